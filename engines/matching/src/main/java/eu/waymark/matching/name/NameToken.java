package eu.waymark.matching.name;

/**
 * One word of a name, with its comparable forms.
 *
 * @param role what the source says it is
 * @param forms how it is compared
 */
public record NameToken(NameRole role, TokenForms forms) {

    /** Never shows the name. */
    @Override
    public String toString() {
        return "NameToken[" + role + ", redacted]";
    }
}
