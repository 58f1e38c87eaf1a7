package eu.waymark.matching.synthetic;

import eu.waymark.matching.Sex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes patronymics of Ukrainian, Russian and Bulgarian fathers' names. */
final class Patronymics {

    private static final String CONSONANTS = "бвгджзклмнпрстфхцчшщґ";

    private Patronymics() {}

    /** Null where the name takes an irregular form that a rule would get wrong. */
    static @Nullable Word of(Word father, Sex child, Origin origin) {
        String name = father.own();
        boolean girl = child == Sex.FEMALE;
        char last = name.charAt(name.length() - 1);
        String stem = name.substring(0, name.length() - 1);
        String patronymic = null;
        if (CONSONANTS.indexOf(last) >= 0) {
            patronymic = name + (girl ? ending(origin, "івна", "овна", "ова") : ending(origin, "ович", "ович", "ов"));
        } else if (last == 'й') {
            patronymic = stem + (girl ? ending(origin, "ївна", "евна", "ева") : ending(origin, "йович", "евич", "ев"));
        } else if (last == 'и' && origin == Origin.BG) {
            patronymic = name + (girl ? "ева" : "ев");
        }
        return patronymic == null ? null : new Word(patronymic, Spellings.of(patronymic, origin), List.of());
    }

    private static String ending(Origin origin, String ukrainian, String russian, String bulgarian) {
        return switch (origin) {
            case UA -> ukrainian;
            case BG -> bulgarian;
            default -> russian;
        };
    }
}
