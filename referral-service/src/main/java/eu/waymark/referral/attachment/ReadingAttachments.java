package eu.waymark.referral.attachment;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.referral.ReferralDoor;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Shows the files of a referral to those who read the sections that they belong to. */
@ApplicationScoped
class ReadingAttachments {

    private final AuditedWork audited;
    private final ReferralDoor referrals;
    private final Attachments attachments;
    private final AttachmentViews views;
    private final ChildTexts texts;

    ReadingAttachments(
            AuditedWork audited,
            ReferralDoor referrals,
            Attachments attachments,
            AttachmentViews views,
            ChildTexts texts) {
        this.audited = audited;
        this.referrals = referrals;
        this.attachments = attachments;
        this.views = views;
        this.texts = texts;
    }

    /**
     * A file's content, decrypted as it is read. The event is written before its first byte can be.
     *
     * @param content to be closed by whoever writes it out
     */
    record Content(String mediaType, byte[] sha256, InputStream content) {

        @Override
        public String toString() {
            return "Content[" + mediaType + "]";
        }
    }

    /** All at once: there are few. */
    Page<AttachmentView> list(UUID referral) {
        return audited.run(ReferralEvent.ATTACHMENTS_LISTED, trail -> {
            var opened = referrals.toRead(referral, trail);
            var shown = attachments.of(referral).stream()
                    .filter(attachment -> opened.readable().contains(attachment.section))
                    .map(attachment -> views.of(attachment, opened.record()))
                    .toList();
            trail.returned(shown.size());
            return new Page<>(shown, null);
        });
    }

    Content one(UUID referral, UUID id) {
        return audited.run(ReferralEvent.ATTACHMENT_READ, trail -> {
            var opened = referrals.toRead(referral, trail);
            trail.note("attachment", id.toString());
            var attachment = attachments
                    .find(referral, id)
                    .filter(found -> opened.readable().contains(found.section))
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such file."));
            var key = FileKey.of(texts.open(opened.record(), attachment.fileKey), id);
            return new Content(attachment.mediaType, attachment.sha256, content(id, key));
        });
    }

    private InputStream content(UUID id, FileKey key) {
        try {
            var spool = Spool.open();
            try {
                attachments.read(id, spool.writing());
                return key.decrypting(spool.reading());
            } catch (IOException | RuntimeException failed) {
                spool.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("A file could not be read", failed);
        }
    }
}
