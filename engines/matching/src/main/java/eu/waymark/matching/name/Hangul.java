package eu.waymark.matching.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Romanises Korean syllables: by the Revised Romanisation of 2000 and as Koreans mostly write their names in passports
 * (young, soo, joon). Given names are written syllable by syllable, so no sounds are assimilated.
 */
final class Hangul {

    private static final int FIRST = 0xAC00;
    private static final int LAST = 0xD7A3;
    private static final int VOWELS = 21;
    private static final int FINALS = 28;

    private static final String[] INITIAL = "g kk n d tt r m b pp s ss - j jj ch k t p h".split(" ");
    private static final String[] VOWEL = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ");
    private static final String[] FINAL = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ");

    private static final String[] PASSPORT_INITIAL = "k kk n d tt r m b pp s ss - j jj ch k t p h".split(" ");
    private static final String[] PASSPORT_VOWEL =
            "a ae ya yae u e you ye o wa wae oe yo oo wo we wi yu eu ee i".split(" ");

    private static final Set<String> DOUBLE_SURNAMES = Set.of("남궁", "황보", "제갈", "선우", "독고", "사공", "서문");

    /** Syllables of given names as people spell them, and the standard spelling. */
    private static final Map<String, List<String>> SYLLABLES = new HashMap<>();

    static {
        String table =
                "min=min,myn jun=jun,joon,june seo=seo,suh,su yeon=yeon,youn,yun,yon ji=ji,jee,chi hyeon=hyeon,hyun,hyon"
                        + " u=u,woo,wu,oo yeong=yeong,young,yung su=su,soo jin=jin,chin,jean gyeong=gyeong,kyung,kyong,gyung"
                        + " hui=hui,hee,hi eun=eun,un hye=hye,hae ho=ho hun=hun,hoon seong=seong,sung,song seung=seung,sung"
                        + " jeong=jeong,jung,jong,chung jae=jae,jai cheol=cheol,chul sang=sang yun=yun,yoon,youn dong=dong,tong"
                        + " gyu=gyu,kyu geon=geon,gun,kun gun=gun,kun tae=tae,tai hwan=hwan han=han na=na ra=ra ri=ri,lee"
                        + " yu=yu,yoo,you ye=ye rin=rin,lin a=a,ah ha=ha haneul=haneul bin=bin,been da=da seok=seok,suk hyeok=hyeok,hyuk sik=sik,shik mi=mi,mee do=do chae=chae so=so ju=ju,joo";
        for (String syllable : table.split("\\s+")) {
            String standard = syllable.substring(0, syllable.indexOf('='));
            for (String spelling : syllable.substring(syllable.indexOf('=') + 1).split(",")) {
                SYLLABLES.computeIfAbsent(spelling, none -> new ArrayList<>()).add(standard);
            }
        }
    }

    private Hangul() {}

    static boolean isHangul(String word) {
        return !word.isEmpty() && word.chars().allMatch(letter -> letter >= FIRST && letter <= LAST);
    }

    /** The standard's spelling first. */
    static List<String> romanised(String word) {
        var spellings = new LinkedHashSet<String>();
        spellings.add(spelt(word, INITIAL, VOWEL));
        spellings.add(spelt(word, PASSPORT_INITIAL, PASSPORT_VOWEL));
        spellings.add(spelt(word, INITIAL, PASSPORT_VOWEL));
        spellings.add(spelt(word, PASSPORT_INITIAL, VOWEL));
        return List.copyOf(spellings);
    }

    /** Letters of the family name in a name written in one: one syllable but for a few surnames; 0 if it is too short. */
    static int surnameLength(String word) {
        if (word.length() < 2 || word.length() > 4 || !isHangul(word)) {
            return 0;
        }
        return word.length() > 2 && DOUBLE_SURNAMES.contains(word.substring(0, 2)) ? 2 : 1;
    }

    /**
     * The standard spellings of a given name of two Korean syllables in Latin letters, which people spell as they hear
     * them; empty for any other word.
     */
    static Set<String> standards(String latin) {
        Set<String> standards = new LinkedHashSet<>();
        for (int at = 1; at < latin.length(); at++) {
            addStandards(standards, latin.substring(0, at), latin.substring(at));
        }
        return standards;
    }

    /** Whether two Korean syllables may be a given name of these spellings. */
    static boolean isJoin(List<String> spellings, String first, String second) {
        Set<String> standards = new LinkedHashSet<>();
        addStandards(standards, first, second);
        return standards.stream().anyMatch(spellings::contains);
    }

    private static void addStandards(Set<String> standards, String first, String second) {
        for (String begin : SYLLABLES.getOrDefault(first, List.of())) {
            for (String end : SYLLABLES.getOrDefault(second, List.of())) {
                standards.add(begin + end);
            }
        }
    }

    private static String spelt(String word, String[] initials, String[] vowels) {
        var latin = new StringBuilder(word.length() * 4);
        for (int i = 0; i < word.length(); i++) {
            int syllable = word.charAt(i) - FIRST;
            if (syllable >= 0 && syllable <= LAST - FIRST) {
                String initial = initials[syllable / (VOWELS * FINALS)];
                String vowel = vowels[syllable / FINALS % VOWELS];
                latin.append(initial.equals("-") && vowel.equals("oo") ? "w" : initial)
                        .append(vowel);
                latin.append(FINAL[syllable % FINALS]);
            }
        }
        return latin.toString().replace("-", "");
    }
}
