package eu.waymark.platform.persistence.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an event may not show where it names a sealed subject: the tag that stays the same, and all that leads to where
 * the child is known (architecture, invariant 8). Who acted, when and why stay: nobody looks unseen.
 */
final class Concealment {

    private static final List<String> AGENT = List.of("agency", "agencyType", "client", "country");
    private static final List<String> EVENT = List.of("case", "notes", "resource", "subjects");

    private Concealment() {}

    /** A copy of what would be hidden, so that details of sealed and of other subjects hold the same. */
    static ObjectNode core(ObjectNode event) {
        var core = JsonNodeFactory.instance.objectNode();
        copy((ObjectNode) event.required("agent"), AGENT, core);
        copy(event, EVENT, core);
        return core;
    }

    /** @param sealed the tags that give way to one that is good for this event only */
    static void hide(ObjectNode event, Set<String> sealed) {
        var fresh = new PerEventTag();
        var shown = new TreeSet<String>();
        event.path("subjects").forEach(tag -> {
            var stable = tag.asText();
            shown.add(sealed.contains(stable) ? fresh.of(stable) : stable);
        });
        ((ObjectNode) event.required("agent")).remove(AGENT);
        event.remove(EVENT);
        var subjects = event.putArray("subjects");
        shown.forEach(subjects::add);
    }

    private static void copy(ObjectNode from, List<String> fields, ObjectNode to) {
        fields.stream().filter(from::has).forEach(field -> to.set(field, from.get(field)));
    }
}
