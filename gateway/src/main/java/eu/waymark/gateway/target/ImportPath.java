package eu.waymark.gateway.target;

import io.vertx.core.http.HttpMethod;

/** The one path with large bodies and long answers: bulk imports of person records. */
public final class ImportPath {

    private static final String PATH = "/api/identity/v1/imports";

    private ImportPath() {}

    /** Whether this is an import. */
    public static boolean covers(HttpMethod method, Target target) {
        return method.equals(HttpMethod.POST) && target.path().equals(PATH);
    }
}
