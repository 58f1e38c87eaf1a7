package eu.waymark.matching;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;

/** Arbitrary people for property tests: from a small world, so that pairs agree, differ and half agree often. */
final class InventedPeople {

    private static final String[] GIVEN = {
        "Anna",
        "Hanna",
        "Анна",
        "Maria",
        "Marina",
        "Марія",
        "Ivan",
        "Petro",
        "Іван",
        "Juan Carlos",
        "Sasha",
        "Lea",
        "Leo",
        "Daniel",
        "Daniela",
        "محمد",
        "Mohammed",
        "Mahmoud",
        "Γεώργιος",
        "Giorgos",
        "민준",
        "Min-jun",
        "小明",
        "Xiao Ming",
        "J.",
        "Unknown",
        ""
    };
    private static final String[] FAMILY = {
        "Koval",
        "Коваль",
        "Kowal",
        "Kovalchuk",
        "García López",
        "Garcia",
        "van der Berg",
        "Berg",
        "Nováková",
        "Novák",
        "الحسن",
        "Al-Hassan",
        "Παπαδόπουλος",
        "Papadopoulos",
        "김",
        "Kim",
        "王",
        "Wang",
        "K.",
        "N.N.",
        ""
    };
    private static final String[] BIRTHS = {
        "2012-05-17",
        "2012-05-18",
        "2012-01-01",
        "2013-01-01",
        "2012-03-04",
        "2012-04-03",
        "2012-05",
        "2012",
        "2012~",
        "2010/2013",
        "1391-02-28",
        "1982-05-17",
        "201X",
        "../2012"
    };

    private InventedPeople() {}

    static Arbitrary<PersonName> names() {
        return Combinators.combine(Arbitraries.of(GIVEN), Arbitraries.of(FAMILY))
                .as(PersonName::of);
    }

    static Arbitrary<BirthDate> births() {
        return Arbitraries.of(BIRTHS).map(BirthDate::parse);
    }

    static Arbitrary<Demographics> people() {
        Arbitrary<Set<String>> countries =
                Arbitraries.of("UA", "PL", "ES").set().ofMaxSize(2);
        return Combinators.combine(
                        names().list().ofMinSize(1).ofMaxSize(2),
                        births().list().ofMaxSize(2),
                        Arbitraries.of(Sex.class),
                        countries)
                .as(Demographics::new);
    }

    /** Anything a keyboard, an export or an attacker can put into a field, unpaired surrogates among it. */
    static Arbitrary<String> texts() {
        StringArbitrary anything = Arbitraries.strings().ofMaxLength(40);
        return Arbitraries.oneOf(
                anything.all(),
                anything.withChars("abc АБВ ابت אבג 김 王 か ა Ա अ Ω '-.,;/|()0123456789"),
                anything.withChars("\u200B\u200D\u200E\u202E\u2066\uFEFF\u0000\u0007\uD83D\uDE00\uDC00\u0301\u0640ab"),
                Arbitraries.of(NASTY));
    }

    static final List<String> NASTY = List.of(
            "",
            " ",
            "\t\r\n",
            "x",
            "é",
            "王",
            "ا",
            ".",
            "-",
            "'",
            "\"",
            ",",
            ",,,",
            "|",
            "/",
            "\\",
            "%s",
            "${jndi:x}",
            "' OR 1=1 --",
            "=1+1",
            "*",
            "?",
            "%",
            "_",
            "null",
            "NaN",
            "😀",
            "👨‍👩‍👧‍👦",
            "\uD83D",
            "\uDE00",
            "a\uD83Db",
            "\u0000",
            "\u202Eanna\u202C",
            "\u2066\u2069",
            "\u200B\u200C\u200D",
            "\uFEFF",
            "\u0301\u0301\u0301",
            "Z\u0351\u036B\u0343a\u0363\u0363l\u0321g\u0321o\u0321",
            "ﬁﬂ",
            "Ａｎｎａ",
            "𝐀𝐧𝐧𝐚",
            "Аnnа Иvаn",
            "ابc",
            "İIıi",
            "ẞß",
            "ǅ",
            "٠١٢٣",
            "12345",
            "a b c d e f g h i j k l m n o p q r s t u v w x y z",
            "x".repeat(10_000),
            "Anna ".repeat(2_000),
            "محمد ".repeat(2_000),
            "王".repeat(10_000),
            "김".repeat(10_000),
            "щ".repeat(10_000),
            "-".repeat(10_000),
            "\u0301".repeat(10_000),
            "😀".repeat(5_000));
}
