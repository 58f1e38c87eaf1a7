package eu.waymark.register.change;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the directory said of something, and when, as the confirmed changes tell: they never change themselves. */
@Singleton
class DirectoryHistory {

    private final Changes changes;
    private final Documents documents;

    DirectoryHistory(Changes changes, Documents documents) {
        this.changes = changes;
        this.documents = documents;
    }

    /** Oldest first; none where nothing was ever changed. */
    List<DirectoryVersion> of(String kind, String code) {
        var confirmed = changes.list(
                "kind = ?1 and code = ?2 and state = ?3 order by decidedAt, id", kind, code, ProposedChange.CONFIRMED);
        var versions = new ArrayList<DirectoryVersion>();
        for (var i = 0; i < confirmed.size(); i++) {
            var change = confirmed.get(i);
            if (i == 0 && change.before != null) {
                versions.add(version(null, change.decidedAt, change.before));
            }
            var next = i + 1 < confirmed.size() ? confirmed.get(i + 1).decidedAt : null;
            versions.add(version(change.decidedAt, next, change.after));
        }
        return versions;
    }

    /** Those that stood on a day (UTC): two where one took the other's place that day. */
    List<DirectoryVersion> of(String kind, String code, LocalDate day) {
        var start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        var end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return of(kind, code).stream()
                .filter(version -> version.stoodWithin(start, end))
                .toList();
    }

    private DirectoryVersion version(@Nullable Instant from, @Nullable Instant until, String document) {
        return new DirectoryVersion(from, until, documents.fields(documents.parse(document)));
    }
}
