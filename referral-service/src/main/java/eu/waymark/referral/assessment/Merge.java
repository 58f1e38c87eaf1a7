package eu.waymark.referral.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.platform.web.Personal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Two people of one agency wrote the same section: all that is needed to bring both together, so that nothing is lost.
 * Only the agency's own words are in it.
 *
 * @param base what both began with, absent where nothing was written
 * @param version to send as {@code If-Match} with what comes of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SectionConflict", description = "Both versions of a section, and which fields each of the two changed.")
record Merge(
        @Nullable SectionContent base, SectionContent yours, SectionContent theirs, List<Field> fields, int version)
        implements Personal {

    private static final SectionContent EMPTY = new SectionContent(List.of(), List.of(), List.of(), null, List.of());

    /** Who changed a field. */
    @Schema(name = "SectionFieldChange")
    enum Changed {
        @JsonProperty("nobody")
        NOBODY,
        @JsonProperty("you")
        YOU,
        @JsonProperty("they")
        THEY,
        @JsonProperty("both-alike")
        BOTH_ALIKE,
        /** A person has to bring the two together. */
        @JsonProperty("both")
        BOTH
    }

    /** One field. */
    @Schema(name = "SectionField")
    record Field(String field, Changed changedBy) {}

    static Merge of(@Nullable SectionContent base, SectionContent yours, SectionContent theirs, int version) {
        var fields = Stream.of(
                        field("facts", base, yours, theirs, SectionContent::facts),
                        field("opinions", base, yours, theirs, SectionContent::opinions),
                        field("thirdParty", base, yours, theirs, SectionContent::thirdParty),
                        field("childsWords", base, yours, theirs, SectionContent::childsWords),
                        field("factors", base, yours, theirs, SectionContent::factors))
                .toList();
        return new Merge(base, yours, theirs, fields, version);
    }

    private static Field field(
            String name,
            @Nullable SectionContent base,
            SectionContent yours,
            SectionContent theirs,
            Function<SectionContent, @Nullable Object> of) {
        var began = base == null ? EMPTY : base;
        var mine = !Objects.equals(of.apply(yours), of.apply(began));
        var other = !Objects.equals(of.apply(theirs), of.apply(began));
        if (mine && other) {
            return new Field(
                    name, Objects.equals(of.apply(yours), of.apply(theirs)) ? Changed.BOTH_ALIKE : Changed.BOTH);
        }
        return new Field(name, mine ? Changed.YOU : other ? Changed.THEY : Changed.NOBODY);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
