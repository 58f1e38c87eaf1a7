package eu.waymark.identity.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.identity.record.PersonFinder;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.matching.explain.Explanation;
import eu.waymark.matching.explain.Visibility;
import eu.waymark.matching.score.Field;
import eu.waymark.matching.score.Score;
import eu.waymark.platform.persistence.crypto.RowCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares the two records of a pair, and keeps the reasons with a decision. Every use belongs inside audited work. */
@ApplicationScoped
public class Comparing {

    /** What depends on how many people are on record, and not on the two. */
    private static final EnumSet<Field> OF_THE_REGISTER = EnumSet.of(Field.PRIOR, Field.RELATIVES, Field.GUARD);

    private final PersonFinder finder;
    private final PersonRecords records;
    private final RowCipher cipher;
    private final ObjectMapper json;

    Comparing(PersonFinder finder, PersonRecords records, RowCipher cipher, ObjectMapper json) {
        this.finder = finder;
        this.records = records;
        this.cipher = cipher;
        this.json = json;
    }

    /** How likely the two are one child, and why. */
    public Score score(Pair pair) {
        return finder.compare(pair.a(), pair.b());
    }

    /** What the compared fields weigh together: it changes when the records do, and not when the register grows. */
    public static double bits(Score score) {
        return score.contributions().stream()
                .filter(one -> !OF_THE_REGISTER.contains(one.field()))
                .mapToDouble(one -> one.bits())
                .sum();
    }

    private record Kept(Explanation explanation, @Nullable String note) {}

    Evidence evidence(UUID decision, Pair pair, @Nullable String note) {
        var score = score(pair);
        var explanation = Explanation.of(
                score,
                records.open(pair.a()).forMatching(),
                records.open(pair.b()).forMatching(),
                Visibility.SHOWN);
        return new Evidence(finder.modelVersion(), bits(score), seal(decision, new Kept(explanation, note)));
    }

    static byte[] context(UUID decision) {
        return ("edge:" + decision).getBytes(StandardCharsets.US_ASCII);
    }

    private eu.waymark.platform.persistence.crypto.Sealed seal(UUID decision, Kept kept) {
        try {
            return cipher.seal(json.writeValueAsBytes(kept), context(decision));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("Explanations are always writable as JSON", unwritable);
        }
    }
}
