package eu.waymark.log.verifier;

import eu.waymark.log.InvalidTileException;
import eu.waymark.log.MissingTileException;
import eu.waymark.log.note.InvalidNoteException;
import eu.waymark.log.note.InvalidPolicyException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param where what is wrong, if refuted
 * @param sentences for people; the first states the verdict
 * @param facts for programs: strings, longs, and lists and maps of these
 */
record Outcome(Verdict verdict, @Nullable String where, List<String> sentences, Map<String, Object> facts) {

    Outcome {
        sentences = List.copyOf(sentences);
        facts = new LinkedHashMap<>(facts);
    }

    static Outcome verified(List<String> sentences, Map<String, Object> facts) {
        return new Outcome(Verdict.VERIFIED, null, sentences, facts);
    }

    /**
     * Runs a check and turns every way in which it can fail into a verdict. What nobody foresaw is no refutation.
     *
     * @param subject what a faulty note refutes, such as {@code checkpoint}
     */
    static Outcome of(String subject, Supplier<Outcome> check) {
        try {
            return check.get();
        } catch (RefutedException e) {
            return failed(Verdict.REFUTED, e.where(), e);
        } catch (InvalidNoteException e) {
            return failed(Verdict.REFUTED, subject, e);
        } catch (InvalidTileException e) {
            return failed(Verdict.REFUTED, "tile " + e.path(), e);
        } catch (MissingTileException e) {
            return failed(Verdict.UNDECIDED, "tile " + e.tile().path(), e);
        } catch (InvalidPolicyException | UndecidedException e) {
            return failed(Verdict.UNDECIDED, null, e);
        }
    }

    private static Outcome failed(Verdict verdict, @Nullable String where, RuntimeException fault) {
        return new Outcome(verdict, where, List.of(Objects.requireNonNullElse(fault.getMessage(), "?")), Map.of());
    }
}
