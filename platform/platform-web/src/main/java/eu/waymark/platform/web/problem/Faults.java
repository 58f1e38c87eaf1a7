package eu.waymark.platform.web.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Describes an exception by types and places only: messages may quote personal data. */
public final class Faults {

    private static final int FRAMES = 6;
    private static final int CAUSES = 5;

    private Faults() {}

    public static String describe(Throwable fault) {
        var text = new StringBuilder(describeOne(fault));
        var cause = fault.getCause();
        for (int depth = 0; cause != null && depth < CAUSES; depth++, cause = cause.getCause()) {
            text.append(" caused by ").append(describeOne(cause));
        }
        return text.toString();
    }

    private static String describeOne(Throwable fault) {
        var state = fault instanceof java.sql.SQLException sql ? "[" + sql.getSQLState() + "]" : "";
        return fault.getClass().getName()
                + state
                + Arrays.stream(fault.getStackTrace())
                        .limit(FRAMES)
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining(" < ", " at ", ""));
    }
}
