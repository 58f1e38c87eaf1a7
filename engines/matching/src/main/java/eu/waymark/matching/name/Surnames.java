package eu.waymark.matching.name;

import java.util.List;
import java.util.regex.Pattern;

/** Takes the mark of the bearer's sex off a surname: Kowalska and Kowalski are one family. */
final class Surnames {

    private record Ending(Pattern gendered, String neutral) {}

    private static final List<Ending> ENDINGS = List.of(
            new Ending(Pattern.compile("(.*[scz])k(?:aya|aia|aja|a|yi|yy|iy|ij|ii|yj|y|i)"), "$1ki"),
            new Ending(Pattern.compile("(.+[oeyi][vw])a"), "$1"),
            new Ending(Pattern.compile("(.+[iy]n)a"), "$1"),
            new Ending(Pattern.compile("(.+opoulo)[us]"), "$1s"),
            new Ending(Pattern.compile("(.+id)(?:ou|is)"), "$1is"),
            new Ending(Pattern.compile("(.+ad)(?:ou|is)"), "$1is"),
            new Ending(Pattern.compile("(.+)(?:aite|iene|as)"), "$1as"));

    private static final int SHORTEST = 5;

    private Surnames() {}

    static String neutral(String latin) {
        if (latin.length() < SHORTEST) {
            return latin;
        }
        for (Ending ending : ENDINGS) {
            var gendered = ending.gendered().matcher(latin);
            if (gendered.matches()) {
                return gendered.replaceFirst(ending.neutral());
            }
        }
        return latin;
    }
}
