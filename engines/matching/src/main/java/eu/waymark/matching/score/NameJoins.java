package eu.waymark.matching.score;

import eu.waymark.matching.name.NameToken;

/** Joins two neighbouring words that the other name has as one: Anna Maria and Annamaria, Min Jun and Minjun. */
final class NameJoins {

    private static final int SHORTEST = 4;
    private static final int SLACK = 2;
    private static final int UNWRITTEN = 6;

    private NameJoins() {}

    /** The name with such words joined; the same name where there are none. */
    static PreparedName joined(PreparedName name, PreparedName other) {
        for (int j = 0; j + 1 < name.length(); j++) {
            for (int i = 0; i < other.length(); i++) {
                if (isJoin(name.token(j), name.token(j + 1), other.token(i))) {
                    return joined(name.withJoined(j, other, i), other);
                }
            }
        }
        return name;
    }

    private static boolean isJoin(NameToken first, NameToken second, NameToken whole) {
        if (!whole.forms()
                .outline()
                .mayBeJoin(first.forms().outline(), second.forms().outline())) {
            return false;
        }
        int length = whole.forms().latin().length();
        int parts = first.forms().latin().length() + second.forms().latin().length();
        boolean vowels = whole.forms().abjad() == first.forms().abjad();
        return length >= SHORTEST
                && Math.abs(length - parts) <= (vowels ? SLACK : UNWRITTEN)
                && (first.forms().isInitial() || second.forms().isInitial()
                        ? whole.forms().isKoreanJoinOf(first.forms(), second.forms())
                        : whole.forms().isJoinOf(first.forms(), second.forms()));
    }
}
