package eu.waymark.sandbox.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.sandbox.keycloak.Tokens;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Fills an empty suite through its public API: the directory as the registrar, the children as each agency's portal.
 * May be repeated and interrupted: what is there already stays as it is.
 */
public final class Loader {

    private final Api api;
    private final Tokens tokens;
    private final StateDirectory state;

    public Loader(URI gateway, Tokens tokens, StateDirectory state) {
        this.api = new Api(gateway);
        this.tokens = tokens;
        this.state = state;
    }

    /**
     * Loads what is missing.
     *
     * @param seed decides who the synthetic people are
     * @param children how many registrations of synthetic children, repeated ones included
     * @return whether anything had to be loaded
     * @throws eu.waymark.sandbox.setup.SandboxProblem when the suite refuses something
     */
    public boolean load(long seed, int children, LoadProgress progress) throws IOException {
        Loaded wanted = new Loaded(seed, children);
        if (Loaded.read(state).filter(loaded -> loaded.covers(wanted)).isPresent()) {
            return false;
        }
        new DirectoryLoad(api, tokens).load();
        loadStories();
        new PeopleLoad(api, tokens, seed, children, progress).load();
        wanted.write(state);
        return true;
    }

    /** The children that the scenarios and the README speak of. */
    private void loadStories() {
        for (JsonNode story : Demonstration.read("children.json")) {
            ObjectNode child = story.deepCopy();
            ObjectNode entry = (ObjectNode) child.remove("entry");
            Portal portal = new Portal(child.remove("portal").asText(), api, tokens);
            Map<String, String> records = portal.importPeople(List.of(child));
            records.values().forEach(record -> portal.enter(record, entry));
        }
    }
}
