package eu.waymark.identity.age;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.identity.link.LinkedRecord;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How old a child is taken to be.
 *
 * @param lowestAge of the ranges in force: it counts
 * @param version of the caller's own record, for the next move
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AgeStatus", description = "How old a child is taken to be. No age status ends a protection.")
record AgeStatusView(
        UUID identityId,
        AgeState state,
        boolean treatedAsChild,
        @Nullable Integer lowestAge,
        int version,
        List<Move> history)
        implements Versioned {

    static final String EXAMPLE = """
            {"identityId":"3f6f9a52-0c5c-4d0e-9a7e-0d2c2f8f3b22","state":"assessed-child","treatedAsChild":true,"lowestAge":16,\
            "version":3,"history":[{"record":{"own":true,"recordId":"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10","agency":"GB-LDS",\
            "country":"GB"},"from":"assessment-pending","to":"assessed-child","at":"2026-11-22T10:00:00Z","ageFrom":16,\
            "ageTo":19,"method":"holistic","safeguards":{"guardianPresent":true,"interpreter":true,"leastIntrusive":true,\
            "multidisciplinary":true},"note":"Two teachers and the guardian were heard."}]}""";

    /** One move; of another agency's record without the particulars. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AgeMove")
    record Move(
            LinkedRecord record,
            AgeState from,
            AgeState to,
            Instant at,
            @Nullable Integer ageFrom,
            @Nullable Integer ageTo,
            @Nullable AgeMethod method,
            @Nullable Safeguards safeguards,
            @Nullable String note)
            implements Personal {

        static Move of(AgeMove move, LinkedRecord record, AgeNotes notes) {
            return record.own()
                    ? new Move(
                            record,
                            move.from(),
                            move.to(),
                            move.movedAt(),
                            move.ageFrom(),
                            move.ageTo(),
                            move.method(),
                            move.method() == null ? null : move.safeguards(),
                            notes.read(move))
                    : new Move(record, move.from(), move.to(), move.movedAt(), null, null, null, null, null);
        }

        @Override
        public String toString() {
            return REDACTED;
        }
    }
}
