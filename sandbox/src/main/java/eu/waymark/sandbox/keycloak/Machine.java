package eu.waymark.sandbox.keycloak;

import java.util.List;

/** An agency's portal as a machine: client credentials, role {@code system}. */
public record Machine(
        String clientId,
        String clientSecret,
        String agency,
        String country,
        String agencyType,
        List<String> roles,
        List<String> purposes) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "Machine[" + clientId + "]";
    }
}
