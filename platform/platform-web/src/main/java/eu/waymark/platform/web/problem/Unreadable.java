package eu.waymark.platform.web.problem;

import jakarta.validation.Payload;

/**
 * Marks a constraint whose violation means that the field says nothing that could be understood, as 31 February does:
 * answered with 400 like malformed JSON, and not with 422 like a value that is understood and not allowed.
 */
public final class Unreadable implements Payload {

    private Unreadable() {}
}
