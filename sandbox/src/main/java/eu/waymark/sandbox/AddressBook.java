package eu.waymark.sandbox;

import eu.waymark.sandbox.keycloak.Account;
import eu.waymark.sandbox.keycloak.Machine;
import eu.waymark.sandbox.keycloak.Realm;
import eu.waymark.sandbox.setup.Ports;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.setup.WaymarkService;
import eu.waymark.sandbox.state.Json;
import eu.waymark.sandbox.state.PrivateFile;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code sandbox.json}: where everything is and who may log in, for people, scripts and journeys.
 *
 * @param gateway the only address that the outside uses
 * @param issuer the realm, as it stands in tokens
 * @param client the client id for the password grant
 */
public record AddressBook(
        String gateway,
        String issuer,
        String client,
        List<Account> accounts,
        List<Machine> machines,
        Map<String, Entry> services,
        Map<String, String> logs) {

    /** One service behind the gateway. */
    public record Entry(String address, String management, String log) {}

    static AddressBook of(Ports ports, Realm realm, StateDirectory state) {
        Map<String, Entry> services = new LinkedHashMap<>();
        for (WaymarkService service : WaymarkService.values()) {
            Ports.Listener listener = ports.of(service);
            services.put(
                    service.module(),
                    new Entry(
                            listener.address().toString(),
                            listener.managementAddress().toString(),
                            state.log(service.module()).toString()));
        }
        return new AddressBook(
                ports.of(WaymarkService.GATEWAY).address().toString(),
                ports.issuer().toString(),
                Realm.SANDBOX_CLIENT,
                realm.accounts(),
                realm.machines(),
                services,
                Map.of(
                        "keycloak", state.log("keycloak").toString(),
                        "postgresql", state.log("postgresql").toString()));
    }

    /** It holds passwords, so only its owner may read it. */
    void write(StateDirectory state) throws IOException {
        PrivateFile.write(state.sandboxFile(), Json.mapper().writeValueAsString(this));
    }

    /** What the last start wrote. */
    static Optional<AddressBook> read(StateDirectory state) throws IOException {
        return Files.exists(state.sandboxFile())
                ? Optional.of(Json.mapper().readValue(state.sandboxFile().toFile(), AddressBook.class))
                : Optional.empty();
    }

    /** @throws SandboxProblem when nothing has been started with that state yet */
    static AddressBook require(StateDirectory state) throws IOException {
        return read(state).orElseThrow(() -> new SandboxProblem("Waymark has not been started yet; ./run starts it"));
    }

    /** Without the accounts. */
    @Override
    public String toString() {
        return "AddressBook[" + gateway + "]";
    }
}
