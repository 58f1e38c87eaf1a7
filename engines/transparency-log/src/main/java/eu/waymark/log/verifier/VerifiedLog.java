package eu.waymark.log.verifier;

import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.Endorsement;
import eu.waymark.log.note.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what was verified of a log, and no more than that.
 *
 * @param older what the log was found to extend
 * @param from the index of the first leaf that was read
 */
record VerifiedLog(Endorsement endorsement, Policy policy, List<Checkpoint> older, long from) {

    Outcome hashesOnly() {
        return outcome(
                "The entries themselves were not read: --entries checks them against their hashes.",
                Map.of("entries", "not read"));
    }

    Outcome withEntries(Map<String, Long> events) {
        var checkpoint = endorsement.checkpoint();
        var known = events.values().stream().mapToLong(Long::longValue).sum();
        var read = checkpoint.size() - from;
        var sentence = "All " + read + " entries hash to their leaves."
                + (known == 0
                        ? " None is an event of Waymark."
                        : " " + known + " are events, each source's gapless and chained, no id used twice: " + events
                                + ".");
        var facts = new LinkedHashMap<String, Object>();
        facts.put("entries", read);
        facts.put("events", events);
        return outcome(sentence, facts);
    }

    private Outcome outcome(String entries, Map<String, Object> more) {
        var checkpoint = endorsement.checkpoint();
        var sentences = new ArrayList<String>();
        sentences.add(checkpoint.origin() + " is what it signed: " + checkpoint.size() + " leaves under the root "
                + checkpoint.root().base64() + ".");
        sentences.add(Notes.sentence(endorsement, policy));
        if (!older.isEmpty()) {
            sentences.add("It extends what it signed before, at size "
                    + String.join(
                            ", ",
                            older.stream()
                                    .map(then -> Long.toString(then.size()))
                                    .toList()) + ".");
        }
        if (from > 0) {
            sentences.add("The first " + from + " leaves were not read again.");
        }
        sentences.add(entries);
        var facts = Notes.facts(checkpoint);
        facts.put(
                "witnesses",
                endorsement.witnesses().stream().map(key -> key.name()).sorted().toList());
        facts.put("extends", older.stream().map(Checkpoint::size).toList());
        facts.put("from", from);
        facts.putAll(more);
        return Outcome.verified(sentences, facts);
    }
}
