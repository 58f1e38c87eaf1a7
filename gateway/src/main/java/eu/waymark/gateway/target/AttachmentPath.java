package eu.waymark.gateway.target;

import io.vertx.core.http.HttpMethod;
import java.util.regex.Pattern;

/** The path by which files come in. */
public final class AttachmentPath {

    private static final Pattern PATH = Pattern.compile("/api/referral/v1/referrals/[^/]+/attachments");

    private AttachmentPath() {}

    /** Whether a file is attached to a referral. */
    public static boolean covers(HttpMethod method, Target target) {
        return method.equals(HttpMethod.POST) && PATH.matcher(target.path()).matches();
    }
}
