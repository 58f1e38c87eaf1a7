package eu.waymark.identity.privatequery;

import eu.waymark.platform.persistence.crypto.IndexKey;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.caller.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How often a person, an agency and a case may ask, on all replicas together. */
@ApplicationScoped
class PrivateQuotas {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** One statement counts, so that replicas cannot be played off against each other. */
    private static final String COUNT = """
            insert into private_query_count as counted (scope, holder, since, asked) values (:scope, :holder, :now, 1)
            on conflict (scope, holder) do update set
                since = case when counted.since <= :ended then excluded.since else counted.since end,
                asked = case when counted.since <= :ended then 1 else counted.asked + 1 end
            returning asked""";

    private final EntityManager database;
    private final IndexKey key;
    private final PrivateQuerySettings settings;
    private final Clock clock;

    PrivateQuotas(EntityManager database, IndexKey key, PrivateQuerySettings settings, Clock clock) {
        this.database = database;
        this.key = key;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whose questions are counted. */
    enum Scope {
        PERSON("a person"),
        AGENCY("an agency"),
        CASE("a case");

        private final String text;

        Scope(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /**
     * A quota that is used up.
     *
     * @param first whether this is the first question too many
     */
    record Exceeded(Scope scope, int most, Duration period, boolean first) {}

    private record Quota(Scope scope, String holder, int most, Duration period) {}

    /** Counts one question. Whoever is over one quota is not counted for the next: nobody uses up an agency's alone. */
    Optional<Exceeded> count(Caller by, String caseReference) {
        return QuarkusTransaction.requiringNew().call(() -> quotas(by, caseReference).stream()
                .flatMap(quota -> count(quota).stream())
                .findFirst());
    }

    /** In one order for everybody, so that no two wait for each other. */
    private List<Quota> quotas(Caller by, String caseReference) {
        return List.of(
                new Quota(Scope.PERSON, by.subject(), settings.perPersonAndHour(), HOUR),
                new Quota(Scope.AGENCY, by.agency(), settings.perAgencyAndDay(), DAY),
                new Quota(Scope.CASE, by.agency() + ":" + caseReference, settings.perCaseAndDay(), DAY));
    }

    private Optional<Exceeded> count(Quota quota) {
        var now = clock.instant();
        int asked = (Integer) Column.of(database, COUNT, Integer.class)
                .setParameter("scope", quota.scope().name())
                .setParameter("holder", key.hmac("private-query:" + quota.scope() + ":" + quota.holder()))
                .setParameter("now", now)
                .setParameter("ended", now.minus(quota.period()))
                .getSingleResult();
        return asked <= quota.most()
                ? Optional.empty()
                : Optional.of(new Exceeded(quota.scope(), quota.most(), quota.period(), asked == quota.most() + 1));
    }
}
