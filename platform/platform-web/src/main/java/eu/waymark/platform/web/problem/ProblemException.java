package eu.waymark.platform.web.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. The only exception that use cases throw on purpose. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<Problem.FieldError> errors;
    private final transient Map<String, String> headers;
    private final transient @Nullable Object current;
    private boolean onRecord;

    ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of(), Map.of(), null);
    }

    private ProblemException(
            ProblemType type,
            String detail,
            List<Problem.FieldError> errors,
            Map<String, String> headers,
            @Nullable Object current) {
        super(detail);
        this.type = type;
        this.errors = errors;
        this.headers = headers;
        this.current = current;
    }

    /** The same problem, naming one more field that is wrong and how to mend it (never its value). */
    public ProblemException at(String field, String message) {
        var more = new ArrayList<>(errors);
        more.add(new Problem.FieldError(field, message));
        return new ProblemException(type, detail(), List.copyOf(more), headers, current);
    }

    /** The same problem, telling the caller when to try again. */
    public ProblemException retryAfter(int seconds) {
        return new ProblemException(type, detail(), errors, Map.of("Retry-After", Integer.toString(seconds)), current);
    }

    /**
     * The same problem with what stands now beside it, so that somebody whose change came too late can merge the two.
     *
     * @param current only for a caller who may read it, and whose event names it
     */
    public ProblemException showing(Object current) {
        return new ProblemException(type, detail(), errors, headers, current);
    }

    /** Notes that the event of this refusal is written, so that none is written twice. */
    public void onRecord() {
        onRecord = true;
    }

    public boolean isOnRecord() {
        return onRecord;
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Problem.FieldError> errors() {
        return errors;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public @Nullable Object current() {
        return current;
    }
}
