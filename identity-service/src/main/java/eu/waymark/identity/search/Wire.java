package eu.waymark.identity.search;

import java.util.Locale;

/** The engine's constants as they go over the wire. */
final class Wire {

    private Wire() {}

    /** Lower kebab case. */
    static String code(Enum<?> constant) {
        return code(constant.name());
    }

    static String code(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
