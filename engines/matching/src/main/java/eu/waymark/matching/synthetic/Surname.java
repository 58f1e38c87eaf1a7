package eu.waymark.matching.synthetic;

import eu.waymark.matching.Sex;
import java.util.List;

/** A family name in both genders. */
record Surname(Word male, Word female) {

    private record Ending(String male, String female) {}

    private static final List<Ending> CYRILLIC = endings(
            "ський=ська цький=цька ский=ская цкий=цкая ой=ая ый=ая ий=а ски=ска цки=цка ов=ова ев=ева єв=єва їв=їва ів=іва ёв=ёва ин=ина"
                    + " ын=ына");
    private static final List<Ending> POLISH = endings("ski=ska cki=cka dzki=dzka");
    private static final List<Ending> CZECH = endings("ský=ská cký=cká ý=á í=í ek=ková ec=cová a=ová =ová");
    private static final List<Ending> LITHUANIAN = endings("as=aitė is=ytė ys=ytė us=utė");
    private static final List<Ending> GREEK =
            endings("όπουλος=οπούλου ίδης=ίδου άδης=άδου ός=ού ος=ου ής=ή ης=η άς=ά ας=α άκης=άκη");

    /** The surname of a man, with the form his daughter bears. */
    static Surname ofMan(Word male, Origin origin) {
        for (Ending ending : endings(origin)) {
            if (male.own().endsWith(ending.male())) {
                String stem = male.own()
                        .substring(0, male.own().length() - ending.male().length());
                String female = stem + ending.female();
                return new Surname(male, new Word(female, Spellings.of(female, origin), List.of()));
            }
        }
        return new Surname(male, male);
    }

    Word of(Sex sex) {
        return sex == Sex.FEMALE ? female : male;
    }

    private static List<Ending> endings(Origin origin) {
        return switch (origin) {
            case UA, RU, BG -> CYRILLIC;
            case PL -> POLISH;
            case CZ -> CZECH;
            case LT -> LITHUANIAN;
            case GR -> GREEK;
            default -> List.of();
        };
    }

    private static List<Ending> endings(String table) {
        return List.of(table.split(" ")).stream()
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Ending(pair[0], pair[1]))
                .toList();
    }
}
