package eu.waymark.sandbox.keycloak;

import java.util.List;

/**
 * A person of the demonstration.
 *
 * @param purposes the purposes of use that the account may choose from
 */
public record Account(
        String username,
        String password,
        String name,
        String agency,
        String country,
        String agencyType,
        List<String> roles,
        List<String> purposes) {

    /** Without the password. */
    @Override
    public String toString() {
        return "Account[" + username + "]";
    }
}
