package eu.waymark.matching.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the father's name among the words of a name, and what the other words of a full text are beside it. */
final class Patronymics {

    /** A word and what it is. */
    record Part(String word, NameRole role) {

        /** Never shows the word. */
        @Override
        public String toString() {
            return "Part[" + role + ", redacted]";
        }
    }

    private static final Set<String> CHILD_OF = Set.of(
            "bin", "bint", "ibn", "binti", "binte", "ould", "wuld", "wold", "mint", "بن", "ابن", "بنت", "ولد", "بنِ");
    private static final Set<String> CHILD_BEHIND = Set.of(
            "oglu", "oğlu", "ogly", "oghlu", "qizi", "qızı", "kizi", "kyzy", "uly", "ulu", "оглы", "кызы", "улы",
            "угли");

    private static final Pattern SLAVIC =
            Pattern.compile("[а-яіїєёў]{2,}(?:ович|евич|йович|івна|ївна|овна|евна|ична|инична"
                    + "|ыч|ич)|[a-z]{2,}(?:[oe][vw]i(?:ch|tch|tsch|cz)|[oye][vw]y(?:ch|cz)|i[ey]?vi(?:ch|tch|tsch)|[oeiy][vw]na|i(?:ni)?chna"
                    + "|nitich|kuzmich|ilyich|ilich|lukich|fomich)");
    private static final Pattern BULGARIAN = Pattern.compile("[а-я]{3,}[ое]ва?|[a-z]{3,}[oe]va?");

    private Patronymics() {}

    /** Given names, or family names, or words of which nobody said what they are. */
    static List<Part> parts(List<String> words, NameRole role) {
        var parts = new ArrayList<Part>(words.size());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean father = i > 0 && CHILD_OF.contains(words.get(i - 1)) && isSpare(words, i, role);
            boolean followed = i + 1 < words.size() && CHILD_BEHIND.contains(words.get(i + 1));
            boolean ofWhom = i + 1 < words.size() || role != NameRole.GIVEN;
            if (CHILD_OF.contains(word) && words.size() > 1 && ofWhom || CHILD_BEHIND.contains(word) && i > 0) {
                continue;
            }
            parts.add(new Part(word, father || followed && i > 0 ? NameRole.PATRONYMIC : role));
        }
        return bySuffix(parts, role);
    }

    /** "bin Laden" alone is the family name; behind another word it tells the father. */
    private static boolean isSpare(List<String> words, int i, NameRole role) {
        return role == NameRole.FAMILY ? i + 1 < words.size() : i > 1;
    }

    private static List<Part> bySuffix(List<Part> parts, NameRole role) {
        int at = indexOfSuffix(parts, role);
        if (at < 0) {
            return parts;
        }
        var told = new ArrayList<Part>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            NameRole here = role == NameRole.UNKNOWN ? beside(at, i) : role;
            told.add(new Part(parts.get(i).word(), i == at ? NameRole.PATRONYMIC : here));
        }
        return told;
    }

    /** "Given Patronymic Family" or "Family Given Patronymic". */
    private static NameRole beside(int patronymic, int i) {
        if (patronymic == 1) {
            return i == 0 ? NameRole.GIVEN : NameRole.FAMILY;
        }
        return i == 0 ? NameRole.FAMILY : NameRole.GIVEN;
    }

    private static int indexOfSuffix(List<Part> parts, NameRole role) {
        boolean enough = parts.size() >= (role == NameRole.UNKNOWN ? 3 : 2);
        if (!enough || parts.stream().anyMatch(part -> part.role() == NameRole.PATRONYMIC)) {
            return -1;
        }
        if (role == NameRole.FAMILY) {
            return SLAVIC.matcher(parts.getFirst().word()).matches() ? 0 : -1;
        }
        for (int i = 1; i < parts.size(); i++) {
            if (SLAVIC.matcher(parts.get(i).word()).matches()) {
                return i;
            }
        }
        boolean bulgarian = BULGARIAN.matcher(parts.get(1).word()).matches()
                && (role == NameRole.GIVEN
                        || BULGARIAN.matcher(parts.get(2).word()).matches());
        return bulgarian ? 1 : -1;
    }
}
