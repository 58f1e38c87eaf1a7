package eu.waymark.benchmarks.referral;

import eu.waymark.benchmarks.service.Asking;
import eu.waymark.benchmarks.service.Issuer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;

/** What 400 workers of one agency ask of its full desk, each in turn: the first page, pages further down, filters, counts. */
final class Glances {

    private static final String PURPOSE = "CP-ASSESS";
    private static final String LIST = "/api/referral/v1/worklist?desk=" + FullDesk.DESK;
    private static final String[] FILTERS = {
        "",
        "&overdue=true",
        "&unassigned=true",
        "&kind=assessment-section",
        "&mine=true",
        "&unassigned=true&kind=referral-decision"
    };
    private static final int DAYS = 40;
    private static final int GOOD_FOR = 3;

    private final URI service;
    private final Issuer issuer;
    private final Clock clock = Clock.systemUTC();
    private final Random random = new Random(7);
    private final String[] tokens = new String[FullDesk.WORKERS];
    private int asked;

    Glances(URI service, Issuer issuer) {
        this.service = service;
        this.issuer = issuer;
    }

    /** A page of 50: every second one the first, the others somewhere in the middle, by all filters in turn. */
    HttpRequest page() {
        var filter = FILTERS[asked / 2 % FILTERS.length];
        return get(LIST + filter + (asked % 2 == 0 ? "" : "&cursor=" + somewhere()));
    }

    HttpRequest counts() {
        return get("/api/referral/v1/worklist/counts" + (asked % 2 == 0 ? "" : "?desk=" + FullDesk.DESK));
    }

    private HttpRequest get(String path) {
        return Asking.request(service.resolve(path), token(asked++), PURPOSE)
                .GET()
                .build();
    }

    private String token(int question) {
        int worker = question % FullDesk.WORKERS;
        if (question / FullDesk.WORKERS % GOOD_FOR == 0) {
            tokens[worker] = issuer.token("worker-" + worker, FullDesk.AGENCY, "practitioner", PURPOSE);
        }
        return tokens[worker];
    }

    /** The cursor of a moment from which on work is due, as the service would have given it. */
    private String somewhere() {
        Instant place = clock.instant().plusSeconds(random.nextInt(DAYS * 86_400));
        var bytes = ByteBuffer.allocate(28)
                .putLong(place.getEpochSecond())
                .putInt(0)
                .putLong(0)
                .putLong(0);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
