package eu.waymark.matching.name;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spellings of given names that follow from how the name is built. */
final class GivenNames {

    /** Servant of: the article is written as it is spoken (Abdul, Abdel, Abder-r, Abdes-s). */
    private static final Pattern SERVANT = Pattern.compile("abd(?:[aeiou]{1,2})(?:l|([rsndzt])(?=\\1))?([a-z]{3,})");

    /** Of the faith: Nur al-Din, Noureddine, Nuruddin. */
    private static final Pattern OF_THE_FAITH =
            Pattern.compile("([a-z]{3,}?)(?:[aeiou]{1,2}[dl]?d|[aeiou]d)(?:i|ee|y|ie)ne?");

    /** Endings that languages add to make a name small; taken off, the name stands with or without a vowel. */
    private static final Pattern DIMINUTIVE = Pattern.compile(
            "([a-z]{3,}?)(?:chen|lein|ushka|iushka|yushka|ushko|echka"
                    + "|ochka|ichka|enka|onka|enko|uska|uszka|unia|usia|inho|inha|zinho|zinha|cito|cita|ito|ita|itka|icka|inka)");

    private static final String[] RESTORED = {"", "a", "e", "o", "ia", "ya"};

    private GivenNames() {}

    /** The word's own spellings and those that follow from them. */
    static List<String> withVariants(List<String> spellings) {
        var all = new ArrayList<>(spellings);
        for (String latin : spellings) {
            Matcher servant = SERVANT.matcher(latin);
            if (servant.matches()) {
                addNew(all, "abdul" + servant.group(2));
            }
            Matcher faith = OF_THE_FAITH.matcher(latin);
            if (faith.matches()) {
                addNew(all, faith.group(1) + "uddin");
            }
            Hangul.standards(latin).forEach(korean -> addNew(all, korean));
            Somali.variants(latin).forEach(somali -> addNew(all, somali));
        }
        return List.copyOf(all);
    }

    /** Names of which the word may be a diminutive by its ending. */
    static List<String> fullForms(String latin) {
        Matcher diminutive = DIMINUTIVE.matcher(latin);
        if (!diminutive.matches()) {
            return List.of();
        }
        var full = new ArrayList<String>(RESTORED.length);
        for (String vowel : RESTORED) {
            full.add(diminutive.group(1) + vowel);
        }
        return full;
    }

    private static void addNew(List<String> all, String spelling) {
        if (!all.contains(spelling)) {
            all.add(spelling);
        }
    }
}
