package eu.waymark.identity.mirror;

import eu.waymark.identity.mirror.RememberedIndex.Where;
import eu.waymark.identity.record.CandidateSource;
import eu.waymark.identity.record.OpenRecords;
import eu.waymark.platform.persistence.crypto.IndexKey;
import io.quarkus.arc.Arc;
import java.util.List;

/** The index in memory, of a replica that is switched to it. */
public final class Remembered {

    private Remembered() {}

    public static CandidateSource replica() {
        var container = Arc.container();
        var index = new RememberedIndex(container.instance(IndexKey.class).get(), Where.MEMORY);
        var mirror = new Mirror(
                container.instance(PersonChanges.class).get(),
                container.instance(OpenRecords.class).get(),
                List.of(index));
        return new RememberedCandidates(
                mirror, index, container.instance(OpenRecords.class).get());
    }
}
