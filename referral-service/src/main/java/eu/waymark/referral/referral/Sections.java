package eu.waymark.referral.referral;

import eu.waymark.referral.person.ChildTexts;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What referrals tell about children, section by section. */
@ApplicationScoped
class Sections implements PanacheRepositoryBase<SectionRevision, UUID> {

    private final ChildTexts texts;

    Sections(ChildTexts texts) {
        this.texts = texts;
    }

    /** The latest revision of each section that there is, in the order of the sections. */
    Map<Section, SectionRevision> of(UUID referral) {
        var latest = new EnumMap<Section, SectionRevision>(Section.class);
        list("referralId = ?1 order by revision", referral).forEach(revision -> latest.put(revision.section, revision));
        return latest;
    }

    SectionText text(Referral referral, SectionRevision revision) {
        var text = texts.open(referral.work().personRecordId(), revision.content);
        return new SectionText(revision.section, text, revision.shared);
    }

    /** Writes those that say something new; sections that are not named stay as they are. */
    void write(Moving moving, Collection<SectionText> written) {
        var latest = of(moving.referral().id());
        for (var text : written) {
            var before = latest.get(text.section());
            if (before == null || !text(moving.referral(), before).equals(text)) {
                persist(revision(moving, text, before == null ? 1 : before.revision + 1));
            }
        }
        flush();
    }

    /** The names of the sections that the recipient reads, once it has accepted. */
    List<Section> shared(UUID referral) {
        return of(referral).values().stream()
                .filter(revision -> revision.shared)
                .map(revision -> revision.section)
                .toList();
    }

    private SectionRevision revision(Moving moving, SectionText text, int number) {
        var revision = new SectionRevision();
        revision.id = UUID.randomUUID();
        revision.referralId = moving.referral().id();
        revision.section = text.section();
        revision.revision = number;
        revision.content = texts.seal(moving.record(), text.text());
        revision.shared = text.shared();
        revision.writtenBy = moving.by().subject();
        revision.writtenAt = moving.at();
        return revision;
    }
}
