package eu.waymark.matching.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;

/** What fingers and scanners make of a word. */
final class Slips {

    private static final int SHORTEST = 4;
    private static final String KEYBOARD = "qwertyuiop asdfghjkl zxcvbnm";

    /** What scanners take for one another. */
    private static final List<String> LOOK_ALIKE = List.of(
            "rn=m", "m=rn", "l=1", "I=l", "O=0", "o=0", "cl=d", "d=cl", "vv=w", "w=vv", "S=5", "B=8", "Z=2", "e=c",
            "h=b", "u=v", "nn=m", "i=l", "g=q", "a=o");

    private final RandomGenerator random;

    Slips(RandomGenerator random) {
        this.random = random;
    }

    /** Two neighbours swapped, a letter left out, doubled or taken from the key beside; never the first letter. */
    String typo(String word) {
        if (word.length() < SHORTEST) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        String before = word.substring(0, at);
        char letter = word.charAt(at);
        return switch (random.nextInt(4)) {
            case 0 -> before + word.charAt(at + 1) + letter + word.substring(at + 2);
            case 1 -> before + word.substring(at + 1);
            case 2 -> before + letter + word.substring(at);
            default -> before + beside(letter) + word.substring(at + 1);
        };
    }

    String ocr(String word) {
        int start = random.nextInt(LOOK_ALIKE.size());
        for (int i = 0; i < LOOK_ALIKE.size(); i++) {
            String[] pair = LOOK_ALIKE.get((start + i) % LOOK_ALIKE.size()).split("=");
            int at = word.indexOf(pair[0]);
            if (at >= 0) {
                return word.substring(0, at) + pair[1] + word.substring(at + pair[0].length());
            }
        }
        return word;
    }

    private char beside(char letter) {
        int at = KEYBOARD.indexOf(letter);
        if (at < 0) {
            return letter;
        }
        char right = at + 1 < KEYBOARD.length() ? KEYBOARD.charAt(at + 1) : ' ';
        return right == ' ' ? KEYBOARD.charAt(at - 1) : right;
    }
}
