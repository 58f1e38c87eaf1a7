package eu.waymark.matching;

/** Sex as recorded, ISO/IEC 5218. */
public enum Sex {
    NOT_KNOWN(0),
    MALE(1),
    FEMALE(2),
    NOT_APPLICABLE(9);

    private final int code;

    Sex(int code) {
        this.code = code;
    }

    /**
     * The sex of an ISO/IEC 5218 code.
     *
     * @throws InvalidDemographicsException for any other number
     */
    public static Sex ofCode(int code) {
        return switch (code) {
            case 0 -> NOT_KNOWN;
            case 1 -> MALE;
            case 2 -> FEMALE;
            case 9 -> NOT_APPLICABLE;
            default -> throw new InvalidDemographicsException("sex", "is not an ISO/IEC 5218 code (0, 1, 2, 9)");
        };
    }

    /** The ISO/IEC 5218 code. */
    public int code() {
        return code;
    }

    /** Whether a comparison with this value says anything. */
    public boolean known() {
        return this == MALE || this == FEMALE;
    }
}
