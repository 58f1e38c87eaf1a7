package eu.waymark.identity.link;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.record.PersonRecord;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Shows an agency of which identity its records are. */
@ApplicationScoped
class ReadingIdentity {

    private static final Comparator<LinkedRecord> OWN_FIRST =
            Comparator.comparing(LinkedRecord::own).reversed();

    private final AuditedWork work;
    private final CurrentCaller caller;
    private final Permits permits;
    private final PersonRecords records;
    private final Identities identities;
    private final Links links;
    private final LinkViews views;

    ReadingIdentity(
            AuditedWork work,
            CurrentCaller caller,
            Permits permits,
            PersonRecords records,
            Identities identities,
            Links links,
            LinkViews views) {
        this.work = work;
        this.caller = caller;
        this.permits = permits;
        this.records = records;
        this.identities = identities;
        this.links = links;
        this.views = views;
    }

    IdentityView one(UUID id) {
        return work.run(IdentityEvent.IDENTITY_READ, trail -> {
            trail.resource(id.toString());
            return view(identities.resolve(id).orElseThrow(Pairs::unknown), caller.get(), trail);
        });
    }

    IdentityView ofRecord(UUID record) {
        return work.run(IdentityEvent.IDENTITY_READ, trail -> {
            trail.resource(record.toString());
            var own = records.own(caller.get().agency(), record);
            return view(identities.of(own.id()).orElseThrow(Pairs::unknown), caller.get(), trail);
        });
    }

    private IdentityView view(UUID identity, Caller reader, Trail trail) {
        var members =
                identities.records(identity).stream().map(records::findById).toList();
        var mine = members.stream()
                .filter(record -> Pair.isOwn(record, reader) || Pair.isUnder(record, reader))
                .toList();
        if (mine.isEmpty()) {
            throw Pairs.unknown();
        }
        permits.require(
                Action.REVIEW_PERSONS,
                mine.stream().anyMatch(record -> Pair.isOwn(record, reader)) ? Relationship.HOLDER : Relationship.NONE);
        members.forEach(record -> trail.about(record.tag()));
        trail.returned(members.size());
        var shown = members.stream()
                .map(record -> LinkedRecord.of(record, reader))
                .sorted(OWN_FIRST)
                .toList();
        return new IdentityView(identity, shown, history(mine, reader, trail));
    }

    private List<LinkView> history(List<PersonRecord> mine, Caller reader, Trail trail) {
        return mine.stream()
                .flatMap(record -> links.of(record.id()).stream())
                .distinct()
                .map(edge -> views.of(edge, reader, trail))
                .distinct()
                .toList();
    }
}
