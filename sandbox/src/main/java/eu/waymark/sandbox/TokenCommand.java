package eu.waymark.sandbox;

import eu.waymark.sandbox.keycloak.Realm;
import eu.waymark.sandbox.keycloak.Tokens;
import eu.waymark.sandbox.state.Secrets;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "token",
        description = "Print an access token of a demonstration account or of an agency's portal, for five minutes.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ACCOUNT", description = "a username as claire.fr, or a machine client as portal-gb")
    private String account = "";

    @Mixin
    private StateOption options = new StateOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        StateDirectory state = options.state();
        AddressBook book = AddressBook.require(state);
        Realm realm = Realm.load(Secrets.open(state));
        Tokens tokens = new Tokens(URI.create(book.issuer()), realm, Clock.systemUTC());
        boolean machine =
                realm.machines().stream().anyMatch(known -> known.clientId().equals(account));
        spec.commandLine().getOut().println(machine ? tokens.ofMachine(account) : tokens.of(account));
        return 0;
    }
}
