package eu.waymark.audit.tile;

import eu.waymark.audit.AuditProblem;
import eu.waymark.audit.event.Looks;
import eu.waymark.audit.log.LogTiles;
import eu.waymark.audit.log.Vouched;
import eu.waymark.log.EntryBundle;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Compliance replays the log. Each bundle is an event; nobody reads entries unseen. */
@Singleton
class ReadingEntries {

    private static final Set<String> PURPOSES = Set.of("AUDIT", "INSPECTION", "COURT");
    /** A bundle of the longest entries is held two or three times at 16 MiB while it is answered. */
    private static final int AT_ONCE = 4;

    private final Looks looks;
    private final LogTiles tiles;
    private final Semaphore places = new Semaphore(AT_ONCE);

    ReadingEntries(Looks looks, LogTiles tiles) {
        this.looks = looks;
        this.tiles = tiles;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404 where the log has no such bundle, 503 {@code busy} */
    Vouched<byte[]> read(String path) {
        if (!places.tryAcquire()) {
            throw AuditProblem.BUSY.because("Too many read entries at once.").retryAfter(1);
        }
        try {
            return looks.look(TileEvent.ENTRIES_READ, PURPOSES, (agency, trail) -> {
                var bundle = EntryBundle.parse(path).orElseThrow(ReadingEntries::notFound);
                trail.note("bundle", bundle.path());
                var entries = tiles.entries(bundle).orElseThrow(ReadingEntries::notFound);
                trail.returned(bundle.width());
                return entries;
            });
        } finally {
            places.release();
        }
    }

    private static RuntimeException notFound() {
        return CommonProblem.NOT_FOUND.because(
                "The log has no such bundle of entries, or no checkpoint covers it yet.");
    }
}
