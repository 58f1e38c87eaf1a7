package eu.waymark.gateway.openapi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A component by section and name.
 *
 * @param section such as {@code schemas}
 */
record ComponentRef(String section, String name) {

    private static final String ROOT = "#/components/";

    /** Reads a JSON pointer; empty when it points elsewhere. */
    static Optional<ComponentRef> parse(String pointer) {
        var parts = pointer.startsWith(ROOT) ? pointer.substring(ROOT.length()).split("/") : new String[0];
        return parts.length == 2 ? Optional.of(new ComponentRef(parts[0], unescaped(parts[1]))) : Optional.empty();
    }

    String pointer() {
        return ROOT + section + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static String unescaped(String name) {
        // '+' stands for itself in a pointer.
        return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8)
                .replace("~1", "/")
                .replace("~0", "~");
    }
}
