package eu.waymark.platform.persistence.audit;

import eu.waymark.platform.web.problem.Problem.FieldError;
import eu.waymark.platform.web.problem.ProblemException;
import java.util.List;
import java.util.OptionalLong;

/** The audit log did not take the events; they stay in the outbox. Tells a refusal from a log that is away. */
public final class AuditLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String EXPECTED = "expected";

    private final String code;
    private final transient OptionalLong expected;

    /** The log is away. */
    public AuditLogException(String message) {
        this(message, "", OptionalLong.empty());
    }

    /** The log is away, or refused where the cause is a problem. */
    public AuditLogException(String message, Throwable cause) {
        this(message, cause instanceof ProblemException problem ? problem.type().slug() : "", expected(cause));
        initCause(cause);
    }

    private AuditLogException(String message, String code, OptionalLong expected) {
        super(message);
        this.code = code;
        this.expected = expected;
    }

    /** The log answered with a problem. */
    static AuditLogException refused(int status, String code, List<FieldError> errors) {
        return new AuditLogException("The audit log answered " + status + " " + code, code, expected(errors));
    }

    /** The problem's code, such as {@code gap}; empty where the log gave no reason. */
    public String code() {
        return code;
    }

    /** The number that the log expects next, with the code {@code gap}. */
    public OptionalLong expected() {
        return expected;
    }

    private static OptionalLong expected(Throwable cause) {
        return cause instanceof ProblemException problem ? expected(problem.errors()) : OptionalLong.empty();
    }

    private static OptionalLong expected(List<FieldError> errors) {
        return errors.stream()
                .filter(error ->
                        error.field().equals(EXPECTED) && error.message().matches("[1-9][0-9]{0,17}"))
                .mapToLong(error -> Long.parseLong(error.message()))
                .findFirst();
    }
}
