package eu.waymark.register.addressee;

/**
 * An agency that is told.
 *
 * @param as {@link #DESK}, or {@link #CENTRAL_AUTHORITY} where nobody is known closer to the place
 */
public record Addressee(String agency, String country, String as) {

    public static final String DESK = "desk";
    public static final String CENTRAL_AUTHORITY = "central-authority";
}
