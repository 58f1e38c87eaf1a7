package eu.waymark.referral.trafficking;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a first responder writes down. A draft may lack anything; what must be there to send it, {@link Completeness} says.
 * Nothing here is counted or weighed.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
        description = "What a first responder knows. Nothing of it is counted or weighed: people decide.",
        examples = Examples.FORM)
record TraffickingForm(
        @Nullable AgeSaid age,

        @Schema(description = "As told: a year, a month or a day.", examples = "2010-05") @Size(max = 10) @Nullable
        String birthDate,

        @Schema(description = "Trafficking, smuggling, or both: they are not the same.")
        Set<@NotNull Concern> concerns,

        Set<@NotNull Act> acts,

        @Schema(description = "Of a child, or somebody who may be one, none need be shown.")
        Set<@NotNull Means> means,

        Set<@NotNull Exploitation> exploitation,
        Set<@NotNull Phase> phases,

        @Schema(description = "Prompts to ask on. None proves or disproves anything.")
        Set<@NotNull Indicator> indicators,

        @Schema(description = "What happened, as the person tells it.") @Size(max = 8000) @Nullable
        String account,

        @Schema(description = "Who met the person first: a team or a role.", examples = "Outreach team, night shift")
        @Size(max = 200)
        @Nullable
        String firstResponder,

        @Schema(description = "Code of the local authority that is to look after the person.", examples = "GB-LDS-CSC")
        @Size(max = 33)
        @Nullable
        String localAuthority,

        @Schema(description = "Code of the authority that decides, where it is in the directory.")
        @Size(max = 33)
        @Nullable
        String competentAuthority,

        @Valid @Nullable Others otherPossibleVictims,
        @Valid @Nullable SafeContact safeContact,
        @Valid @Nullable Explained explained,
        @Valid @Nullable Consent consent,
        @Valid @Nullable Stay accommodation)
        implements Personal {

    /** Others who may be victims too: how many, and where they are referred. No names. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OtherPossibleVictims", description = "How many others, and their own referrals. No names.")
    record Others(
            @Min(0) @Max(10_000) int howMany,

            @Size(max = 50) @Nullable List<@NotNull UUID> referrals) {}

    /** How to get in touch without danger. Where nothing is said, nothing is safe. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SafeContact", description = "How to get in touch. Where nothing is said, nothing is safe.")
    record SafeContact(
            @NotNull Boolean safe,
            @Nullable Set<@NotNull Channel> channels,
            @Size(max = 1000) @Nullable String note) implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** What takes the place of consent for a child: that it was explained, so that the child understands. */
    @Schema(name = "Explained", description = "How, when, by whom and in which language it was explained to the child.")
    record Explained(
            @NotNull @Size(min = 1, max = 1000) String how,
            @NotNull LocalDate on,
            @NotNull @Size(min = 1, max = 200) String by,

            @Schema(description = "ISO 639 code.", examples = "ti") @NotNull @Size(min = 2, max = 3)
            String language)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** Of an adult only. */
    @Schema(name = "AdultConsent", description = "Of an adult only: a child is not asked, it is explained.")
    record Consent(@NotNull Boolean given, @NotNull LocalDate on) {}

    /** Where the person stays. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AccommodationPlan", description = "Whether the person needs a place to stay, and which.")
    record Stay(
            @NotNull Boolean needed,
            @Nullable Accommodation type,
            @Size(max = 2000) @Nullable String plan) implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** What is left out is empty: Jackson lets it through as null. */
    TraffickingForm {
        concerns = sorted(concerns);
        acts = sorted(acts);
        means = sorted(means);
        exploitation = sorted(exploitation);
        phases = sorted(phases);
        indicators = sorted(indicators);
    }

    private static <E extends Enum<E>> Set<E> sorted(@Nullable Set<E> codes) {
        return codes == null ? Set.of() : new TreeSet<>(codes);
    }

    boolean isTreatedAsChild() {
        return age == null || age.isTreatedAsChild();
    }

    boolean needsAccommodation() {
        return accommodation != null && accommodation.needed();
    }

    /** Whether that way to get in touch is safe. Nothing is, unless it was said. */
    boolean safeToContact(Channel channel) {
        return safeContact != null
                && safeContact.safe()
                && safeContact.channels() != null
                && safeContact.channels().contains(channel);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
