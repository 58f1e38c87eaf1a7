package eu.waymark.sandbox;

import eu.waymark.sandbox.keycloak.Realm;
import eu.waymark.sandbox.keycloak.Tokens;
import eu.waymark.sandbox.load.Loader;
import eu.waymark.sandbox.state.Secrets;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "load",
        description = "Fill a suite that runs elsewhere with the demonstration's directory and synthetic children.",
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

    @Option(names = "--gateway", required = true, paramLabel = "URL", description = "the suite's gateway")
    private URI gateway = URI.create("http://127.0.0.1:8080");

    @Option(names = "--children", paramLabel = "N", description = "how many synthetic children (default: 100)")
    private int children = 100;

    @Option(names = "--seed", paramLabel = "N", description = "the seed of the synthetic people (default: 20261122)")
    private long seed = 20261122;

    @Mixin
    private StateOption options = new StateOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        StateDirectory state = options.state();
        URI issuer = URI.create(AddressBook.require(state).issuer());
        Tokens tokens = new Tokens(issuer, Realm.load(Secrets.open(state)), Clock.systemUTC());
        boolean loaded = new Loader(gateway, tokens, state).load(seed, children, (done, total) -> {});
        out.println(loaded ? "The children are loaded" : "The children are there already");
        return 0;
    }
}
