package eu.waymark.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code .waymark/sandbox.json} tells of the sandbox that is running.
 *
 * @param gateway the door
 * @param issuer where tokens are had
 * @param client the client id of the password grant
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RunningSandbox(URI gateway, URI issuer, String client, List<Account> accounts) {

    /** Somebody who may log in. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Account(String username, String password, String agencyType, List<String> roles) {

        boolean isPractitioner() {
            return roles.contains("practitioner") && agencyType.equals("child-protection");
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Account[" + username + "]";
        }
    }

    /**
     * Reads the file.
     *
     * @throws BenchmarkProblem when there is no such file, or it names another machine: load is for one's own only
     */
    static RunningSandbox read(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new BenchmarkProblem(
                    "No sandbox is running (" + file + " is missing): start one with ./run --detach");
        }
        var sandbox = new JsonMapper().readValue(file.toFile(), RunningSandbox.class);
        Loopback.require(sandbox.gateway());
        Loopback.require(sandbox.issuer());
        return sandbox;
    }

    /** Those who check children day by day. */
    List<Account> practitioners() {
        return accounts.stream().filter(Account::isPractitioner).toList();
    }

    /** Without the accounts. */
    @Override
    public String toString() {
        return "RunningSandbox[" + gateway + "]";
    }
}
