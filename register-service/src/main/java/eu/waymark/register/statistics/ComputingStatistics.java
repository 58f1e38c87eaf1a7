package eu.waymark.register.statistics;

import eu.waymark.platform.persistence.audit.AdvisoryLock;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.problem.Faults;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.statistics.CountTable.Cell;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Computes the tables of a quarter once it is over, and never again. Of several replicas one does it. */
@Singleton
class ComputingStatistics {

    static final int K = 11;

    static final List<String> AGES = List.of("documented", "assessed", "unknown");

    private static final Logger LOG = Logger.getLogger(ComputingStatistics.class);

    /** Reads WAYS. */
    private static final long LOCK = 0x57_41_59_53L;

    private static final String DIVIDER = "|";

    private final AgroalDataSource locks;
    private final EntityManager entities;
    private final AuditedWork audited;
    private final Clock clock;

    ComputingStatistics(
            @DataSource("relay") AgroalDataSource locks, EntityManager entities, AuditedWork audited, Clock clock) {
        this.locks = locks;
        this.entities = entities;
        this.audited = audited;
        this.clock = clock;
    }

    /** How many children of a country have a class of measure, for a kind of harm, with an age status. */
    record Counted(String country, String commonClass, String harm, String ageStatus, long children) {

        String row() {
            return commonClass + DIVIDER + harm;
        }
    }

    @Scheduled(
            every = "{waymark.statistics.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        var quarter = Quarter.closedBefore(clock.instant());
        try (var connection = locks.getConnection()) {
            AdvisoryLock.whileHeld(connection, LOCK, () -> {
                if (!QuarkusTransaction.requiringNew().call(() -> isComputed(quarter))) {
                    audited.runAsSystem(RegisterEvent.STATISTICS_COMPUTED, trail -> compute(quarter, trail));
                }
            });
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("The statistics of %s wait: %s", quarter, Faults.describe(failed));
        }
    }

    private boolean isComputed(Quarter quarter) {
        return entities.createQuery("select count(*) from StatisticRelease where quarter = :quarter", Long.class)
                        .setParameter("quarter", quarter.toString())
                        .getSingleResult()
                > 0;
    }

    private boolean compute(Quarter quarter, Trail trail) {
        var release = new StatisticRelease();
        release.id = UUID.randomUUID();
        release.quarter = quarter.toString();
        release.k = K;
        release.computedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        entities.persist(release);
        trail.resource(release.id.toString());
        trail.note("quarter", release.quarter);
        counted(quarter).forEach((country, counts) -> publish(release.id, country, counts));
        return true;
    }

    private Map<String, List<Counted>> counted(Quarter quarter) {
        List<Counted> counted = entities.createNativeQuery("select * from count_children(:before)", Counted.class)
                .setParameter("before", quarter.end())
                .getResultList();
        return counted.stream().collect(Collectors.groupingBy(Counted::country, TreeMap::new, Collectors.toList()));
    }

    private void publish(UUID release, String country, List<Counted> counts) {
        var table = table(counts);
        var hidden = Suppression.of(table, K);
        for (int row = 0; row < table.height(); row++) {
            for (int column = 0; column < table.width(); column++) {
                var place = new Cell(row, column);
                var cell = cell(release, country, table, place);
                cell.children = hidden.contains(place) ? null : (Integer) table.at(place);
                entities.persist(cell);
            }
        }
    }

    static CountTable table(List<Counted> counts) {
        var rows = counts.stream().map(Counted::row).distinct().sorted().toList();
        var inner = new int[rows.size()][AGES.size()];
        counts.forEach(
                count -> inner[rows.indexOf(count.row())][AGES.indexOf(count.ageStatus())] += (int) count.children());
        return CountTable.of(rows, AGES, inner);
    }

    private static StatisticCell cell(UUID release, String country, CountTable table, Cell place) {
        var isTotal = place.row() == table.rows().size();
        var row = isTotal
                ? new String[] {CountTable.ALL, CountTable.ALL}
                : table.rows().get(place.row()).split("\\" + DIVIDER);
        var age = place.column() == AGES.size() ? CountTable.ALL : AGES.get(place.column());
        return StatisticCell.of(release, country, row[0], row[1], age);
    }
}
