package eu.waymark.gateway.limit;

import eu.waymark.gateway.refusal.Refusal;
import eu.waymark.gateway.refusal.Refusals;
import eu.waymark.gateway.settings.GatewaySettings;
import eu.waymark.gateway.target.OpenPaths;
import eu.waymark.gateway.target.Target;
import eu.waymark.gateway.token.Caller;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Limits requests a minute per person and per agency, and per address where no token is needed; where a one-time code
 * stands in for a token, more narrowly, and per code. The own bucket is asked first, so that one person who is refused
 * takes nothing from the agency.
 */
@Singleton
public class RateLimit implements Handler<RoutingContext> {

    private final GatewaySettings.Rate rate;
    private final Buckets buckets;
    private final Refusals refusals;

    RateLimit(GatewaySettings settings, Refusals refusals) {
        this.rate = settings.rate();
        this.buckets = new Buckets(rate.buckets());
        this.refusals = refusals;
    }

    @Override
    public void handle(RoutingContext context) {
        var caller = Caller.of(context);
        var admitted = caller.isPresent() ? admitsCaller(context, caller.get()) : admitsAddress(context);
        if (admitted && (!takesCode(context) || admitsCode(context))) {
            context.next();
        }
    }

    private boolean admitsCaller(RoutingContext context, Caller caller) {
        var own = buckets.take(
                caller.machine() ? Buckets.Kind.MACHINE : Buckets.Kind.PERSON,
                caller.id(),
                caller.machine() ? rate.machine() : rate.person());
        return admits(context, own, Refusal.RATE_OF_PERSON)
                && (caller.agency() == null || admitsAgency(context, caller, caller.agency()));
    }

    private boolean admitsAgency(RoutingContext context, Caller caller, String agency) {
        var shared = buckets.take(
                caller.machine() ? Buckets.Kind.MACHINES_OF_AGENCY : Buckets.Kind.AGENCY,
                agency,
                caller.machine() ? rate.machinesOfAgency() : rate.agency());
        return admits(context, shared, Refusal.RATE_OF_AGENCY);
    }

    private boolean admitsAddress(RoutingContext context) {
        var address = context.request().remoteAddress().hostAddress();
        var taken = buckets.take(Buckets.Kind.ADDRESS, address == null ? "unknown" : address, rate.address());
        return admits(context, taken, Refusal.RATE_OF_ADDRESS);
    }

    private static boolean takesCode(RoutingContext context) {
        return OpenPaths.takeCode(context.request().method(), Target.of(context));
    }

    /** Nobody tries codes: neither many from one place, nor one from many. The code itself is not kept. */
    private boolean admitsCode(RoutingContext context) {
        var address = context.request().remoteAddress().hostAddress();
        var place = buckets.take(
                Buckets.Kind.ADDRESS_WITH_CODE, address == null ? "unknown" : address, rate.addressWithCode());
        var shown = context.request().getHeader(OpenPaths.ONE_TIME_CODE);
        return admits(context, place, Refusal.RATE_OF_ADDRESS)
                && (shown == null
                        || admits(
                                context,
                                buckets.take(Buckets.Kind.CODE, Fingerprint.of(shown), rate.code()),
                                Refusal.RATE_OF_CODE));
    }

    private boolean admits(RoutingContext context, ConsumptionProbe taken, Refusal refusal) {
        if (taken.isConsumed()) {
            return true;
        }
        // Rounded up: whoever waits as told must not be refused again.
        var seconds = TimeUnit.NANOSECONDS.toSeconds(taken.getNanosToWaitForRefill()) + 1;
        refusals.refuse(context, refusal, Map.of("Retry-After", Long.toString(seconds)));
        return false;
    }
}
