package eu.waymark.referral.attachment;

import eu.waymark.referral.person.ChildTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.UUID;

/** Shows files to those who read their sections. */
@ApplicationScoped
class AttachmentViews {

    private final ChildTexts texts;

    AttachmentViews(ChildTexts texts) {
        this.texts = texts;
    }

    AttachmentView of(Attachment attachment, UUID record) {
        return new AttachmentView(
                attachment.id,
                attachment.section,
                attachment.title == null ? null : texts.open(record, attachment.title),
                attachment.mediaType,
                attachment.sizeBytes,
                HexFormat.of().formatHex(attachment.sha256),
                attachment.addedAt);
    }
}
