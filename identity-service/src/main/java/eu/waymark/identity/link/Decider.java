package eu.waymark.identity.link;

import eu.waymark.platform.web.caller.Caller;

/**
 * Who decides, and for which agency.
 *
 * @param subject the token's {@code sub}
 */
public record Decider(String subject, String agency) {

    public static Decider of(Caller caller) {
        return new Decider(caller.subject(), caller.agency());
    }
}
