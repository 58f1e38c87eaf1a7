package eu.waymark.matching.synthetic;

import eu.waymark.matching.Sex;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** The names of one origin, drawn so that a few are frequent and most are rare. */
final class NamePool {

    private static final Map<Origin, NamePool> POOLS = new ConcurrentHashMap<>();

    private static final double GIVEN_SKEW = .75;
    private static final double FAMILY_SKEW = .9;

    private final Map<Sex, List<Word>> given = new EnumMap<>(Sex.class);
    private final Map<Sex, Zipf> givenFrequencies = new EnumMap<>(Sex.class);
    private final List<Surname> surnames;
    private final Zipf surnameFrequencies;

    private NamePool(Origin origin) {
        NameTable table = NameTable.of(origin);
        put(Sex.MALE, table, "m");
        put(Sex.FEMALE, table, "f");
        surnames = listed(table, "s", table.get("stem"), table.get("mid"), table.get("end")).stream()
                .map(name -> Surname.ofMan(name, origin))
                .toList();
        surnameFrequencies = new Zipf(Math.max(surnames.size(), 1), FAMILY_SKEW);
    }

    static NamePool of(Origin origin) {
        return POOLS.computeIfAbsent(origin, NamePool::new);
    }

    Word given(Sex sex, RandomGenerator random) {
        return names(sex).get(givenFrequencies(sex).draw(random));
    }

    /** A name that looks much like this one but is another, else one with its initial: what parents like for twins. */
    Word similar(Word name, Sex sex, RandomGenerator random) {
        String like = name.latin().getFirst();
        List<Word> others = names(sex).stream().filter(other -> other != name).toList();
        return any(others, other -> Alike.alike(like, other), random)
                .or(() -> any(others, other -> other.charAt(0) == like.charAt(0), random))
                .orElseGet(() -> given(sex, random));
    }

    private static Optional<Word> any(List<Word> names, Predicate<String> wanted, RandomGenerator random) {
        List<Word> found = names.stream()
                .filter(name -> wanted.test(name.latin().getFirst()))
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
    }

    /** @throws IllegalStateException where children bear their father's name instead, see {@link Naming#CHAIN} */
    Surname surname(RandomGenerator random) {
        if (surnames.isEmpty()) {
            throw new IllegalStateException("This origin has no surnames");
        }
        return surnames.get(surnameFrequencies.draw(random));
    }

    private List<Word> names(Sex sex) {
        return given.getOrDefault(sex, List.of());
    }

    private Zipf givenFrequencies(Sex sex) {
        return givenFrequencies.computeIfAbsent(sex, none -> new Zipf(1, 1));
    }

    private void put(Sex sex, NameTable table, String kind) {
        List<Word> names = listed(table, kind, table.get(kind + "stem"), List.of(), table.get(kind + "end"));
        given.put(sex, names);
        givenFrequencies.put(sex, new Zipf(names.size(), GIVEN_SKEW));
    }

    /** The listed names, then every composition, scattered so that no stem is frequent as a whole. */
    private static List<Word> listed(NameTable table, String kind, List<Word> stems, List<Word> mids, List<Word> ends) {
        var names = new ArrayList<>(table.get(kind));
        int middles = Math.max(mids.size(), 1);
        int all = stems.size() * middles * ends.size();
        int step = all / 2 + 1;
        while (all > 1 && gcd(step, all) != 1) {
            step++;
        }
        for (int i = 0, at = 0; i < all; i++, at = (at + step) % all) {
            Word stem = stems.get(at % stems.size());
            int rest = at / stems.size();
            Word begun = mids.isEmpty() ? stem : stem.join(mids.get(rest % middles));
            names.add(begun.join(ends.get(rest / middles)));
        }
        return List.copyOf(names);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
