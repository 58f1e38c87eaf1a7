package eu.waymark.identity.search;

import eu.waymark.identity.demographics.BirthClaim;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.matching.blocking.KeyWord;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.name.NameReader;
import eu.waymark.platform.persistence.crypto.IndexKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What actors searched for of late, as keyed hashes: enough to count what is alike, and nothing to read. */
@ApplicationScoped
class SearchTraces {

    private static final int HASH_BYTES = 16;

    private static final String COUNT = """
            select count(distinct birth) filter (where name = :name), count(distinct name) filter (where birth = :birth),
                count(distinct (name, birth)) filter (where alike = :alike), count(distinct (name, birth))
            from search_trace where actor = :actor""";

    private final EntityManager database;
    private final IndexKey key;

    SearchTraces(EntityManager database, IndexKey key) {
        this.database = database;
        this.key = key;
    }

    /**
     * How many different searches an actor has made.
     *
     * @param datesOfName births that were tried with this name
     * @param namesOfDate names that were tried with this birth, or with none as here
     * @param nearVariants different searches for names that begin alike
     * @param all different searches
     */
    record Counts(int datesOfName, int namesOfDate, int nearVariants, int all) {

        /** By how many the worst of them is too many; 0 or less where none is. */
        int excessOver(SearchLimits limits) {
            return IntStream.of(
                            datesOfName - limits.datesOfName(),
                            namesOfDate - limits.namesOfDate(),
                            nearVariants - limits.nearVariants(),
                            all - limits.perHour())
                    .max()
                    .orElseThrow();
        }

        /** Which it is, as a code. */
        String pattern(SearchLimits limits) {
            if (datesOfName > limits.datesOfName()) {
                return "one-name-many-dates";
            }
            if (namesOfDate > limits.namesOfDate()) {
                return "one-date-many-names";
            }
            return nearVariants > limits.nearVariants() ? "near-variants" : "many-people";
        }
    }

    /** Notes a search and counts those of the window with it. */
    Counts note(String actor, Demographics who, Instant now, Duration window) {
        database.createNativeQuery("delete from search_trace where actor = :actor and at <= :old")
                .setParameter("actor", actor)
                .setParameter("old", now.minus(window))
                .executeUpdate();
        var name = hash("searched-name:" + words(who, KeyWord::skeleton));
        var alike = hash("searched-alike:" + words(who, KeyWord::initial));
        var birth = hash("searched-birth:"
                + who.births().stream().map(BirthClaim::text).sorted().collect(Collectors.joining("|")));
        database.createNativeQuery("insert into search_trace (actor, name, alike, birth, at)"
                        + " values (:actor, :name, :alike, :birth, :now)")
                .setParameter("actor", actor)
                .setParameter("name", name)
                .setParameter("alike", alike)
                .setParameter("birth", birth)
                .setParameter("now", now)
                .executeUpdate();
        var counts = (Object[]) database.createNativeQuery(COUNT)
                .setParameter("actor", actor)
                .setParameter("name", name)
                .setParameter("alike", alike)
                .setParameter("birth", birth)
                .getSingleResult();
        return new Counts(number(counts[0]), number(counts[1]), number(counts[2]), number(counts[3]));
    }

    private static int number(Object count) {
        return ((Number) count).intValue();
    }

    private byte[] hash(String text) {
        return Arrays.copyOf(key.hmac(text), HASH_BYTES);
    }

    /** Something of the words of the first name, in no order, so that spelling and swapping change nothing. */
    private static String words(Demographics who, ToLongFunction<KeyWord> part) {
        var person = who.forMatching();
        return person.names().stream()
                .limit(1)
                .flatMap(name -> NameReader.shared().read(name, person.nationalities()).stream())
                .map(token -> Long.toHexString(part.applyAsLong(KeyWord.of(token, Keying.plain()))))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
