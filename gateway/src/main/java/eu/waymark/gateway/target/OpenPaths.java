package eu.waymark.gateway.target;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a service answers without a token, in one place. The log's checkpoint, key, policy and hash tiles are public so that
 * anybody can check the audit log (C2SP tlog-tiles); entry tiles are not. Contributions and feedback are written with a
 * one-time code, which stands in a header: a path would be kept in logs and histories.
 */
public final class OpenPaths {

    /** Header of the one-time code. */
    public static final String ONE_TIME_CODE = "One-Time-Code";

    private static final OpenPath BY_CODE =
            new OpenPath(HttpMethod.POST, Pattern.compile("/api/referral/v1/(?:contributions|feedback)/submissions"));

    private static final List<OpenPath> OPEN = List.of(
            BY_CODE,
            get("/api/audit/v1/log/checkpoint"),
            get("/api/audit/v1/log/key"),
            get("/api/audit/v1/log/policy"),
            // tile/<level>/<index>[.p/<width>], where x001/x234/067 is index 1234067
            get("/api/audit/v1/log/tile/[0-9]{1,3}/(?:x[0-9]{3}/){0,5}[0-9]{3}(?:\\.p/[0-9]{1,3})?"));

    private record OpenPath(HttpMethod method, Pattern path) {

        boolean covers(HttpMethod asked, Target target) {
            var sameMethod = asked.equals(method) || method.equals(HttpMethod.GET) && asked.equals(HttpMethod.HEAD);
            return sameMethod && path.matcher(target.path()).matches();
        }
    }

    private OpenPaths() {}

    /** Whether this needs no token. */
    public static boolean cover(HttpMethod method, Target target) {
        return OPEN.stream().anyMatch(open -> open.covers(method, target));
    }

    /** Whether a one-time code stands in for a token. */
    public static boolean takeCode(HttpMethod method, Target target) {
        return BY_CODE.covers(method, target);
    }

    private static OpenPath get(String pattern) {
        return new OpenPath(HttpMethod.GET, Pattern.compile(pattern));
    }
}
