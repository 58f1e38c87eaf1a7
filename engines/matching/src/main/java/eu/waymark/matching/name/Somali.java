package eu.waymark.matching.name;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the orthography of Somali of 1972, in which x is the h of Hassan, c the ayn that others leave out, and a long
 * vowel is written twice: Xasan, Cabdi, Maxamuud.
 */
final class Somali {

    /** An x where neither Pinyin nor names of Europe have one: Xasan, Axmed, Maxamed, Faarax. */
    private static final Pattern H =
            Pattern.compile("^x(?:[aeou](?![aeiou])|aa|ee|ii|oo|uu|i(?![aeou])).{3,}|^maxa.*|.*x(?:m[aeu]|iy).*|.*ax$");

    private static final Pattern LONG = Pattern.compile("([aeiou])\\1");

    /** Only Somali begins words so; Carla and Carlos are not among them. */
    private static final Pattern AYN = Pattern.compile(
            "c(abd[a-z]*|ali|aliyo|umar|ismaan|iise|aasha|awad|awil|aydarus|aynab|aweys|ilmi|igaal|isse|usmaan|aamir)");

    private static final int SHORTEST = 4;

    private Somali() {}

    /** How others write the word; empty where it has no letter that only Somali uses so. */
    static List<String> variants(String latin) {
        if (latin.length() < SHORTEST) {
            return List.of();
        }
        Matcher ayn = AYN.matcher(latin);
        String plain = ayn.matches() ? ayn.group(1) : latin;
        boolean h = plain.indexOf('x') >= 0
                && (H.matcher(plain).matches() || LONG.matcher(plain).find());
        return ayn.matches() || h
                ? List.of(LONG.matcher(plain.replace('x', 'h')).replaceAll("$1"))
                : List.of();
    }
}
