package eu.waymark.audit.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.platform.persistence.crypto.CipherException;
import eu.waymark.platform.persistence.crypto.SealedDetailsOpener;
import eu.waymark.platform.web.Personal;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Opens what producers seal beside their events. */
@Singleton
public class Details {

    /** What every producer puts in, so that the details of sealed and of other children do not differ. */
    private static final Set<String> CORE =
            Set.of("agency", "agencyType", "case", "client", "country", "notes", "resource", "subjects");

    /** What was searched for; a child's tag in it stands under {@code subject}. */
    public static final String TERMS = "terms";

    private final SealedDetailsOpener opener;
    private final ObjectMapper json;

    /** @param keys the private key, then those that were used before, each base64 of 32 bytes */
    Details(@ConfigProperty(name = SealedDetailsOpener.KEY) Optional<List<String>> keys, ObjectMapper json) {
        this.opener = SealedDetailsOpener.of(keys.orElse(List.of()).toArray(String[]::new));
        this.json = json;
    }

    /**
     * Opened details.
     *
     * @param core what the event itself would say if none of its children were sealed
     * @param asked what the work wanted sealed, such as search terms; empty where that was nothing
     */
    public record Opened(Core core, Map<String, JsonNode> asked) implements Personal {
        @Override
        public String toString() {
            return Personal.REDACTED;
        }
    }

    /**
     * What an event about a sealed child hides.
     *
     * @param sought the child whose events somebody searched for, whether or not any were found
     */
    public record Core(
            @Nullable String agency,
            @Nullable String country,
            @Nullable String client,
            @Nullable String caseReference,
            @Nullable String resource,
            @Nullable String sought,
            List<String> subjects)
            implements Personal {
        @Override
        public String toString() {
            return Personal.REDACTED;
        }
    }

    /** Empty where no key opens them, they are another event's, or no details at all. */
    public Optional<Opened> open(UUID event, String kid, byte[] sealed) {
        try {
            return json.readTree(opener.open(event, kid, sealed)) instanceof ObjectNode details
                    ? Optional.of(new Opened(core(details), asked(details)))
                    : Optional.empty();
        } catch (CipherException | JsonProcessingException unreadable) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException("Memory does not fail to be read", impossible);
        }
    }

    private static Core core(ObjectNode details) {
        var subjects = StreamSupport.stream(details.path("subjects").spliterator(), false)
                .map(JsonNode::asText)
                .distinct()
                .sorted()
                .toList();
        return new Core(
                text(details, "agency"),
                text(details, "country"),
                text(details, "client"),
                text(details, "case"),
                text(details, "resource"),
                details.path(TERMS).path("subject").textValue(),
                subjects);
    }

    private static @Nullable String text(ObjectNode details, String name) {
        return details.path(name).asText(null);
    }

    private static Map<String, JsonNode> asked(ObjectNode details) {
        var asked = new TreeMap<String, JsonNode>();
        details.properties().stream()
                .filter(field -> !CORE.contains(field.getKey()))
                .forEach(field -> asked.put(field.getKey(), field.getValue()));
        return asked;
    }
}
