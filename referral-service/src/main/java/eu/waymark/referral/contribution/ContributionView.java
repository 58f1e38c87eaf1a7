package eu.waymark.referral.contribution;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.referral.message.Message;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Contribution",
        description =
                "What somebody without an account was asked to write, and wrote: information of a third party that"
                        + " nobody has verified.",
        requiredProperties = {
            "id",
            "personRecordId",
            "writer",
            "aboutKind",
            "status",
            "askedAt",
            "expiresAt",
            "provenance",
            "verified",
            "version"
        })
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContributionView(
        UUID id,
        UUID personRecordId,
        String writer,
        String aboutKind,
        @Nullable UUID aboutId,
        ContributionStatus status,

        @Schema(description = "What was asked; when read alone.") @Nullable
        String ask,

        @Schema(description = "What was written; when read alone.") @Nullable
        String text,

        @Schema(description = "SHA-256, the same as in the writer's receipt.") @Nullable
        String hash,

        Instant askedAt,
        Instant expiresAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant readAt,

        @Schema(description = "Always third-party: neither fact nor opinion of your agency.", examples = "third-party")
        String provenance,

        @Schema(description = "Always false: nobody has checked who wrote it, or whether it is true.")
        boolean verified,

        int version)
        implements Personal, Versioned {

    private static final String THIRD_PARTY = "third-party";

    /** In a list, without texts. */
    static ContributionView of(Contribution contribution) {
        return of(contribution, null, null);
    }

    static ContributionView of(Contribution contribution, @Nullable String ask, @Nullable String text) {
        var hash = contribution.messageHash;
        return new ContributionView(
                contribution.id,
                contribution.personRecordId,
                contribution.writer,
                contribution.aboutKind,
                contribution.aboutId,
                contribution.status,
                ask,
                text,
                hash == null ? null : Message.hex(hash),
                contribution.askedAt,
                contribution.expiresAt,
                contribution.arrivedAt,
                contribution.readAt,
                THIRD_PARTY,
                false,
                contribution.version);
    }

    static Cursor cursor(Contribution contribution) {
        return new Cursor(contribution.askedAt, contribution.id);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
