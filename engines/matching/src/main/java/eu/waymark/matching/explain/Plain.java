package eu.waymark.matching.explain;

import org.jspecify.annotations.Nullable;

/** Makes values of records safe to show: no control characters, not too long, each in its own writing direction. */
final class Plain {

    private static final int LONGEST = 32;
    private static final String ISOLATE = "\u2068";
    private static final String POP = "\u2069";

    private Plain() {}

    /** Without what XML 1.0 cannot hold or what would disturb the line. */
    static String text(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        var clean = new StringBuilder();
        value.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(Plain::isPrintable)
                .limit(LONGEST + 1L)
                .forEach(clean::appendCodePoint);
        if (clean.codePointCount(0, clean.length()) > LONGEST) {
            clean.setLength(clean.offsetByCodePoints(0, LONGEST));
            clean.append('…');
        }
        return ISOLATE + clean + POP;
    }

    private static boolean isPrintable(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE;
    }

    /** For text and attributes of XML. */
    static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }

    /** The values of a reason, or nothing. */
    static String values(Reason reason) {
        String left = text(reason.left());
        String right = text(reason.right());
        if (left.isEmpty() && right.isEmpty()) {
            return "";
        }
        return left.equals(right) ? left : left + " / " + right;
    }
}
