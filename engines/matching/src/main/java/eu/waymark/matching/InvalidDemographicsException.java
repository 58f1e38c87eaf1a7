package eu.waymark.matching;

/** A field that cannot be read. Its message is safe to show and to log: it never repeats the value. */
public final class InvalidDemographicsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    InvalidDemographicsException(String field, String reason) {
        super(field + " " + reason);
        this.field = field;
        this.reason = reason;
    }

    /** Path of the field, for example {@code births[0]}. */
    public String field() {
        return field;
    }

    /** What is wrong, as the end of a sentence that begins with the field. */
    public String reason() {
        return reason;
    }
}
