package eu.waymark.matching.link;

import eu.waymark.matching.train.Outcome;
import eu.waymark.matching.train.Shared;
import eu.waymark.matching.train.Slot;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Compares any text: letters and digits, words in any order. */
final class TextComparison implements FieldComparison {

    private static final int SHORT = 4;
    private static final int KEYED_WORDS = 4;
    private static final double NEAR = .9;
    private static final double FAR = .8;

    private final String label;
    private final int group;
    private final FieldKind kind;
    private final String[] texts;
    private final String[] letters;
    private final String[][] words;
    private final Counts counts = new Counts();

    /** Outcomes, best first. */
    enum Level {
        EXACT,
        ONE_EDIT,
        TWO_EDITS,
        /** Half of the words or more agree, or the same name before the @. */
        WORDS,
        NEAR,
        /** One word agrees. */
        SOME,
        DIFFERENT
    }

    /**
     * @param group number of the field
     * @param values by record; blank where nothing is known
     */
    TextComparison(String label, int group, FieldKind kind, List<String> values) {
        this.label = label;
        this.group = group;
        this.kind = kind;
        this.texts = new String[values.size()];
        this.letters = new String[values.size()];
        this.words = new String[values.size()][];
        for (int i = 0; i < texts.length; i++) {
            String separators = kind == FieldKind.EMAIL ? "@" : "[^\\p{L}\\p{N}]+";
            String text = values.get(i)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll(separators, " ")
                    .strip();
            texts[i] = text;
            letters[i] = text.replace(" ", "");
            words[i] = text.split(" ");
            if (!text.isEmpty()) {
                counts.add(letters[i]);
            }
        }
    }

    @Override
    public List<Slot> slots() {
        return List.of(new Slot(
                label, shared(), Stream.of(Level.values()).map(Enum::name).toList()));
    }

    /** One letter for each sex, however two files write it; nothing where it is not known. */
    private static String sex(String text) {
        return switch (text) {
            case "1", "male" -> "m";
            case "2", "female", "w" -> "f";
            case "0", "9", "x", "u", "unknown" -> "";
            default -> text;
        };
    }

    private Shared shared() {
        return switch (kind) {
            case ADDRESS, POSTCODE, PLACE, PHONE -> Shared.NEIGHBOURS;
            case BIRTH_NAME -> Shared.FAMILY;
            default -> Shared.NOBODY;
        };
    }

    @Override
    public void compare(int left, int right, Outcome outcome, int first) {
        if (texts[left].isEmpty() || texts[right].isEmpty()) {
            return;
        }
        Level level = level(left, right);
        int others = level == Level.EXACT
                ? counts.beside(letters[left])
                : level.compareTo(Level.WORDS) < 0 ? counts.beside(letters[left], letters[right]) : Outcome.NO_TERM;
        outcome.set(first, level.ordinal(), others);
    }

    private Level level(int left, int right) {
        String a = letters[left];
        String b = letters[right];
        if (a.equals(b)) {
            return Level.EXACT;
        }
        int shorter = Math.min(a.length(), b.length());
        int edits = shorter < SHORT - 1 ? SHORT : Strings.edits(a, b, 2);
        if (edits == 1) {
            return Level.ONE_EDIT;
        }
        if (edits == 2 && shorter > SHORT) {
            return Level.TWO_EDITS;
        }
        return numeric() ? Level.DIFFERENT : wordy(words[left], words[right], a, b);
    }

    private Level wordy(String[] left, String[] right, String a, String b) {
        if (kind == FieldKind.EMAIL) {
            return left[0].equals(right[0]) && left[0].length() > 2 ? Level.WORDS : near(a, b, 0);
        }
        String[] fewer = left.length <= right.length ? left : right;
        String[] more = left.length <= right.length ? right : left;
        int same = 0;
        for (String word : fewer) {
            for (String other : more) {
                if (word.equals(other) || word.length() > SHORT && Strings.edits(word, other, 1) <= 1) {
                    same++;
                    break;
                }
            }
        }
        return same > 0 && same * 2 >= more.length ? Level.WORDS : near(a, b, same);
    }

    private static Level near(String a, String b, int same) {
        if (Strings.alike(a, b, NEAR)) {
            return Level.NEAR;
        }
        return same > 0 || Strings.alike(a, b, FAR) ? Level.SOME : Level.DIFFERENT;
    }

    private boolean numeric() {
        return switch (kind) {
            case PHONE, NUMBER, POSTCODE, SEX -> true;
            default -> false;
        };
    }

    private boolean identifies() {
        return switch (kind) {
            case PHONE, NUMBER, EMAIL -> true;
            default -> false;
        };
    }

    @Override
    public void keys(int record, KeySink keys) {
        String text = letters[record];
        if (text.isEmpty() || kind == FieldKind.SEX) {
            return;
        }
        if (identifies()) {
            String name = kind == FieldKind.EMAIL ? words[record][0] : text;
            keys.strong(label + name);
            for (int i = 0; i < name.length(); i++) {
                keys.strong(label + name.substring(0, i) + name.substring(i + 1));
            }
            keys.weak(group, label + name.substring(0, Math.min(SHORT, name.length())));
        } else if (kind == FieldKind.ADDRESS || kind == FieldKind.TEXT) {
            Stream.of(words[record])
                    .filter(word -> word.length() > 1)
                    .limit(KEYED_WORDS)
                    .forEach(word -> keys.weak(group, label + word));
        } else {
            keys.weak(group, label + text);
            keys.weak(group, label + text.substring(0, Math.min(SHORT - 1, text.length())));
        }
    }
}
