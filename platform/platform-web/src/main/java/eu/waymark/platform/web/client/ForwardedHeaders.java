package eu.waymark.platform.web.client;

import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.StatedAccess;
import eu.waymark.platform.web.http.RequestIds;
import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import org.jspecify.annotations.Nullable;

/** Carries purpose, basis, case and request id of a request into the calls made for it. */
@Singleton
class ForwardedHeaders {

    private final CurrentAccess access;

    ForwardedHeaders(CurrentAccess access) {
        this.access = access;
    }

    void copyTo(ClientRequestContext call) {
        var stated = access.get();
        put(call, RequestIds.HEADER, stated.requestId());
        put(call, StatedAccess.PURPOSE, stated.purpose());
        put(call, StatedAccess.LEGAL_BASIS, stated.legalBasis());
        put(call, StatedAccess.CASE_REFERENCE, stated.caseReference());
    }

    private static void put(ClientRequestContext call, String header, @Nullable String value) {
        if (value != null) {
            call.getHeaders().putSingle(header, value);
        }
    }
}
