package eu.waymark.gateway.target;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path of a request in its one canonical form. Whatever two readers could understand differently (dot segments,
 * encoded slashes, matrix parameters, absolute forms) never becomes a target, so that no path can mean one thing to
 * this gateway and another to a service.
 */
public record Target(String path) {

    private static final String KEY = "waymark.target";

    /** What may stand for itself: RFC 3986, without ';' (matrix parameters, which some servers cut off). */
    private static final BitSet PLAIN = characters("-._~!$&'()*+,=:@/");

    /** What must stand for itself, and what no reader may find in a segment. */
    private static final BitSet NEVER_ESCAPED = characters("-._~/\\%;");

    private static final Pattern VERSION = Pattern.compile("v[0-9]{1,2}");
    private static final int MAX_LENGTH = 2_048;

    /**
     * Reads a request target.
     *
     * @param requestTarget as on the request line, with its query
     * @return empty when it is not in canonical origin form
     */
    public static Optional<Target> parse(String requestTarget) {
        var query = requestTarget.indexOf('?');
        var path = query < 0 ? requestTarget : requestTarget.substring(0, query);
        var canonical = path.length() <= MAX_LENGTH
                && path.startsWith("/")
                && !path.contains("//")
                && hasPlainCharacters(path)
                && Arrays.stream(path.split("/")).noneMatch(segment -> segment.equals(".") || segment.equals(".."));
        return canonical ? Optional.of(new Target(path)) : Optional.empty();
    }

    /** The service that this path belongs to: {@code /api/<service>/v<n>/<resource>...}, nothing internal. */
    public Optional<Service> service() {
        var segments = segments();
        return segments.size() >= 5
                        && segments.get(1).equals("api")
                        && VERSION.matcher(segments.get(3)).matches()
                        && segments.stream().noneMatch("internal"::equalsIgnoreCase)
                ? Service.of(segments.get(2))
                : Optional.empty();
    }

    /** Keeps this target with the request that it was read from. */
    public void attach(RoutingContext request) {
        request.put(KEY, this);
    }

    /** The target of a request that has come past the reading of targets. */
    public static Target of(RoutingContext request) {
        return request.<Target>get(KEY);
    }

    private List<String> segments() {
        return List.of(path.split("/"));
    }

    /** A loop and no pattern: patterns recurse, and a long path would exhaust the stack. */
    private static boolean hasPlainCharacters(String path) {
        for (var at = 0; at < path.length(); at++) {
            if (PLAIN.get(path.charAt(at))) {
                continue;
            }
            if (path.charAt(at) != '%' || !isNeededEscape(path, at)) {
                return false;
            }
            at += 2;
        }
        return true;
    }

    /** An escape may stand only for what cannot stand for itself, never for a separator or a control character. */
    private static boolean isNeededEscape(String path, int at) {
        if (at + 3 > path.length()
                || !HexFormat.isHexDigit(path.charAt(at + 1))
                || !HexFormat.isHexDigit(path.charAt(at + 2))) {
            return false;
        }
        var escaped = HexFormat.fromHexDigits(path, at + 1, at + 3);
        return escaped >= 0x20 && escaped != 0x7f && !NEVER_ESCAPED.get(escaped);
    }

    private static BitSet characters(String more) {
        var characters = new BitSet();
        more.chars().forEach(characters::set);
        characters.set('a', 'z' + 1);
        characters.set('A', 'Z' + 1);
        characters.set('0', '9' + 1);
        return characters;
    }
}
