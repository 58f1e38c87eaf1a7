package eu.waymark.referral.attachment;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.referral.ReferralDoor;
import eu.waymark.referral.referral.ReferralDoor.Opened;
import eu.waymark.referral.referral.Section;
import eu.waymark.referral.told.ToldRegister;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds a file to a section of a referral, for the agency that sends it. */
@ApplicationScoped
class AddingAttachment {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final ReferralDoor referrals;
    private final ReceivingFile receiving;
    private final Attachments attachments;
    private final AttachmentViews views;
    private final ChildTexts texts;
    private final ToldRegister told;
    private final AttachmentSettings settings;
    private final Clock clock;

    AddingAttachment(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            ReferralDoor referrals,
            ReceivingFile receiving,
            Attachments attachments,
            AttachmentViews views,
            ChildTexts texts,
            ToldRegister told,
            AttachmentSettings settings,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.referrals = referrals;
        this.receiving = receiving;
        this.attachments = attachments;
        this.views = views;
        this.texts = texts;
        this.told = told;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What comes with a file.
     *
     * @param mediaType what its sender says it is
     * @param digest of RFC 9530, checked where it is given
     */
    record Described(
            Section section,
            String mediaType,
            @Nullable String digest,
            @Nullable String title) {

        @Override
        public String toString() {
            return "Described[" + section + "]";
        }
    }

    AttachmentView add(UUID referral, Described described, InputStream body) {
        // Before the first byte is read; the rest is asked again within the transaction.
        permits.requireAny(Action.CREATE_REFERRAL);
        try (var file = receiving.receive(body, described.mediaType(), described.digest())) {
            return audited.run(ReferralEvent.ATTACHMENT_ADDED, trail -> {
                var opened = referrals.toTell(referral, described.section(), trail);
                requireRoom(referral);
                var attachment = write(opened, described, file);
                tell(opened, described.section());
                created(attachment, trail);
                return views.of(attachment, opened.record());
            });
        } catch (IOException failed) {
            throw new UncheckedIOException("A file could not be taken in", failed);
        }
    }

    private void requireRoom(UUID referral) {
        if (attachments.count("referralId", referral) >= settings.maxCount()) {
            throw ReferralProblem.TOO_MANY_ATTACHMENTS.because(
                    "A referral has at most %d files.".formatted(settings.maxCount()));
        }
    }

    private Attachment write(Opened opened, Described described, ReceivedFile file) {
        var attachment = new Attachment();
        attachment.id = file.id();
        attachment.referralId = opened.id();
        attachment.section = described.section();
        attachment.mediaType = file.mediaType();
        attachment.sizeBytes = file.size();
        attachment.sha256 = file.sha256();
        attachment.fileKey = texts.seal(opened.record(), file.key().text());
        attachment.title = described.title() == null ? null : texts.seal(opened.record(), described.title());
        attachment.addedBy = caller.get().subject();
        attachment.addedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        attachments.persistAndFlush(attachment);
        try {
            attachments.write(file.id(), file.spool().reading());
        } catch (IOException failed) {
            throw new UncheckedIOException("A file could not be kept", failed);
        }
        return attachment;
    }

    /** Whoever reads the section learns that there is more in it. */
    private void tell(Opened opened, Section section) {
        if (opened.isSent() && opened.shared().contains(section)) {
            told.tell(opened.recipient(), "referral-share-changed", opened.id(), opened.sender(), opened.record());
        }
    }

    private static void created(Attachment attachment, Trail trail) {
        trail.note("attachment", attachment.id.toString());
        trail.created(AttachmentsResource.place(attachment.referralId, attachment.id));
    }
}
