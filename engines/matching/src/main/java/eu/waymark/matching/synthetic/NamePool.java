package eu.waymark.matching.synthetic;

import eu.waymark.matching.Sex;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** The names of one origin, common ones first; drawn so that a few are frequent and most are rare. */
final class NamePool {

    private static final Map<Origin, NamePool> POOLS = new ConcurrentHashMap<>();

    private static final double GIVEN_SKEW = 1.7;
    private static final double FAMILY_SKEW = 1.4;
    private static final int MOST_SURNAMES = 4_000;

    private final Map<Sex, List<Word>> given = new EnumMap<>(Sex.class);
    private final List<Surname> surnames;

    private NamePool(Origin origin) {
        if (origin == Origin.SY) {
            given.put(Sex.MALE, ArabicNames.of("1"));
            given.put(Sex.FEMALE, ArabicNames.of("2"));
            surnames = ArabicNames.of("0").stream()
                    .map(word -> new Surname(word, word))
                    .toList();
        } else {
            var names = new DatafakerNames(origin);
            given.put(Sex.MALE, given(origin, Sex.MALE, names));
            given.put(Sex.FEMALE, given(origin, Sex.FEMALE, names));
            surnames = surnames(origin, names);
        }
    }

    static NamePool of(Origin origin) {
        return POOLS.computeIfAbsent(origin, NamePool::new);
    }

    Word given(Sex sex, RandomGenerator random) {
        return skewed(given.getOrDefault(sex, List.of()), GIVEN_SKEW, random);
    }

    Surname surname(RandomGenerator random) {
        return skewed(surnames, FAMILY_SKEW, random);
    }

    private static <T> T skewed(List<T> names, double skew, RandomGenerator random) {
        return names.get((int) (names.size() * Math.pow(random.nextDouble(), skew)));
    }

    private static List<Word> given(Origin origin, Sex sex, DatafakerNames all) {
        Set<String> names = new LinkedHashSet<>(PopularNames.of(origin, sex));
        names.addAll(all.shuffled(sex == Sex.MALE ? "male_first_name" : "female_first_name"));
        return names.stream().map(Word::of).toList();
    }

    private static List<Surname> surnames(Origin origin, DatafakerNames all) {
        if (origin == Origin.GR) {
            List<String> men = all.inOrder("male_last_name");
            List<String> women = all.inOrder("female_last_name");
            var paired = new ArrayList<Surname>(men.size());
            for (int i = 0; i < men.size(); i++) {
                paired.add(new Surname(Word.of(men.get(i)), Word.of(women.get(i))));
            }
            return paired;
        }
        String list = origin.isLatin() ? "last_name" : "male_last_name";
        return all.shuffled(list).stream()
                .limit(MOST_SURNAMES)
                .map(name -> Surname.ofMan(name, origin))
                .toList();
    }
}
