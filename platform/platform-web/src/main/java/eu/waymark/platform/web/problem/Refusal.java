package eu.waymark.platform.web.problem;

import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.StatedAccess;

/**
 * A request by a known caller that was refused before any use case could record it.
 *
 * @param code slug of the problem it was refused with
 * @param operation method and path template, without ids
 */
public record Refusal(Caller caller, StatedAccess access, String code, String operation) {}
