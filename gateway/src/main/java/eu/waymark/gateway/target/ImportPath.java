package eu.waymark.gateway.target;

import io.vertx.core.http.HttpMethod;
import java.util.regex.Pattern;

/** The paths with large bodies and long answers: bulk imports of person records. */
public final class ImportPath {

    private static final Pattern PATH = Pattern.compile("/api/identity/v1/imports(?:/[^/]+/lines)?");

    private ImportPath() {}

    /** Whether this is an import. */
    public static boolean covers(HttpMethod method, Target target) {
        return method.equals(HttpMethod.POST) && PATH.matcher(target.path()).matches();
    }
}
