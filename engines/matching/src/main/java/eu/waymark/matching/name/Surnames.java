package eu.waymark.matching.name;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What else a family is called: the other sex's form (Kowalska and Kowalski, Nováková and Novák, Kazlauskienė and
 * Kazlauskas, Jónsdóttir and Jónsson), and the name without a particle written together with it. Two surnames that
 * share one of these may be one family's.
 */
final class Surnames {

    private record Ending(Pattern gendered, String... bases) {

        static Ending of(String gendered, String... bases) {
            return new Ending(Pattern.compile(gendered), bases);
        }
    }

    /** The first that fits counts. */
    private static final List<Ending> ENDINGS = List.of(
            Ending.of("(.*[sczt])k(?:aya|aia|aja|a|yi|yy|iy|ij|ii|yj|y|i|oi|oy|oj|e|ei|ey)", "$1ki"),
            Ending.of("(.+)(?:yivna|iivna|iyivna|jivna)", "$1yovich"),
            Ending.of("(.+?)(?:[eiy]*[oe][vw]na|[iy]vna|[iy]*[oey][vw]y?i?(?:ch|cz|tsch|tch|c))", "$1ovich"),
            Ending.of("(.+[^aeiouy])i(?:ni)?chna", "$1ich"),
            Ending.of("(.+)c[kh]ova", "$1cek", "$1cka", "$1ck", "$1ckov", "$1chov", "$1ch"),
            Ending.of("(.+)kova", "$1k", "$1ek", "$1kov", "$1ko", "$1ka"),
            Ending.of("(.+)lova", "$1l", "$1el", "$1lov", "$1la"),
            Ending.of("(.+)cova", "$1c", "$1ec", "$1cov", "$1ca"),
            Ending.of("(.+)ova", "$1ov", "$1", "$1a", "$1o"),
            Ending.of("(.+o)wa", "$1w"),
            Ending.of("(.+)owna", "$1", "$1a"),
            Ending.of("(.+[eiy][vw])a", "$1"),
            Ending.of("(.+)(?:iene|aite|yte|iute|ute)", "$1as", "$1is", "$1ys", "$1us", "$1ius", "$1a"),
            Ending.of("(.+)s?dottir", "$1sson"),
            Ending.of("(.+)(?:aya|aia|aja)", "$1y"),
            Ending.of("(.+[^aeiouy])(?:oy|oi|oj|yi|yy|yj|iy|ij|ii)", "$1y"),
            Ending.of("(.+)(?:oglu|oglou|ogly|ogli|uly|ulu|qizi|kyzy|kizi)", "$1"),
            Ending.of("(.+[^aeiouy])ou", "$1os", "$1is", "$1es"),
            Ending.of("(.+[iy]n)e", "$1", "$1is"),
            Ending.of("(.+[iy]n)a", "$1", "$1s", "$1y"),
            Ending.of("(.+[^aeiouy])a", "$1s", "$1y", "$1is", "$1as"),
            Ending.of("(.+[^aeiouy])e", "$1is", "$1s", "$1as"),
            Ending.of("(.+[^aeiouy])i", "$1is"));

    private static final Pattern PARTICLE =
            Pattern.compile("(?:vanden|vander|vande|vandan|van|vonder|von|zu|della|delle"
                    + "|dela|delos|delas|del|dello|de|di|da|dos|das|du|des|le|la|lo|ter|ten|mac|mc|fitz|nic|ni|saint|sankt|san|st"
                    + "|bou|abu|abou|bin|ibn|ben|ould|wuld|al|el|ul|o|d)(.+)");
    private static final Pattern SHORT_PARTICLE = Pattern.compile("(?:o|d|la|le|lo|de|di|da|ni|al|el|ul|du|st)(.+)");
    private static final Pattern LENITED = Pattern.compile("([bcdfgmpst])h(.+)");

    /** Endings at the end of the list that names of no gender share; no key may rest on them. */
    private static final int LOOSE = 5;

    /** More spellings of one word have no bases of their own. */
    private static final int MOST_SPELLINGS = 2;

    private static final int SHORTEST = 5;
    private static final int SHORTEST_REST = 3;
    private static final int SHORTEST_REST_OF_SHORT = 4;

    private Surnames() {}

    /** The surname as both sexes have it, for keys and counts; the word itself where it shows no sex. */
    static String neutral(String latin) {
        if (latin.length() >= SHORTEST) {
            for (Ending ending : ENDINGS.subList(0, ENDINGS.size() - LOOSE)) {
                Matcher gendered = ending.gendered().matcher(latin);
                if (gendered.matches()) {
                    return gendered.replaceFirst(ending.bases()[0]);
                }
            }
        }
        return latin;
    }

    /** Sounds of all other forms, as {@link Phonemes} reads them. */
    static List<String> bases(List<String> spellings) {
        Set<String> bases = new LinkedHashSet<>();
        for (String latin : spellings.subList(0, Math.min(MOST_SPELLINGS, spellings.size()))) {
            if (latin.length() >= SHORTEST) {
                addGendered(latin, bases);
            }
            Matcher lenited = LENITED.matcher(latin);
            if (lenited.matches()) {
                bases.add(Phonemes.of(lenited.group(1) + lenited.group(2)));
            }
            String bare = withoutParticle(latin);
            if (!bare.isEmpty()) {
                bases.add(Phonemes.of(bare));
            }
        }
        return List.copyOf(bases);
    }

    private static void addGendered(String latin, Set<String> bases) {
        for (Ending ending : ENDINGS) {
            Matcher gendered = ending.gendered().matcher(latin);
            if (gendered.matches()) {
                for (String base : ending.bases()) {
                    bases.add(Phonemes.of(gendered.replaceFirst(base)));
                }
                return;
            }
        }
    }

    private static String withoutParticle(String latin) {
        Matcher joined = PARTICLE.matcher(latin);
        if (!joined.matches()) {
            return "";
        }
        int shortest = SHORT_PARTICLE.matcher(latin).matches() ? SHORTEST_REST_OF_SHORT : SHORTEST_REST;
        String rest = joined.group(1);
        return rest.length() >= shortest ? rest : "";
    }
}
