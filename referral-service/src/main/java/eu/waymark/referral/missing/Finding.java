package eu.waymark.referral.missing;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The child has been seen.
 *
 * @param place where it is: for the caller and for those named in {@code placeReaders} only
 */
@Schema(name = "MissingFinding", examples = """
        {"foundAt":"2026-11-22T06:10:00Z","how":"came-back","note":"Cold and hungry, not hurt."}""")
record Finding(
        @NotNull Instant foundAt,

        @NotNull @Pattern(regexp = HOW, message = "must be one of " + HOW)
        String how,

        @Size(min = 1, max = 4000) @Nullable String note,

        @Size(min = 1, max = 1000) @Nullable String place,

        @Schema(description = "Subjects of the people who may read the place besides you.") @Size(max = 5) @Nullable
        List<@NotBlank @Size(max = 100) String> placeReaders)
        implements Personal {

    static final String HOW = "came-back|found-by-police|found-by-carers|found-by-family|found-by-others|died";

    @AssertTrue(message = "must be given with a place only")
    @Schema(hidden = true)
    boolean isReadersOfPlace() {
        return place != null || placeReaders == null;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
