package eu.waymark.identity.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The model in use and those proposed.
 *
 * @param version as every explanation names it
 * @param inUseSince none for the one that the program brings
 * @param trainingSince none while none is trained
 * @param proposed the latest ten, newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Model")
record ModelView(
        String version,
        @Nullable Instant inUseSince,
        @Nullable Instant trainingSince,
        List<Proposed> proposed) {

    static final String EXAMPLE = """
            {"version":"2","trainingSince":"2026-11-22T10:00:00Z","proposed":[\
            {"version":"2-learnt-5f3a91c0-1","people":1000000,"sampled":20000,"verdicts":412,\
            "proposedAt":"2026-11-20T08:12:00Z","figures":{\
            "current":{"version":"2","verdicts":{"pairs":45,"missed":1,"mistaken":0,"brier":0.031},\
            "invented":{"pairs":1000,"missed":23,"mistaken":0,"brier":0.028}},\
            "proposed":{"version":"2-learnt-5f3a91c0-1","verdicts":{"pairs":45,"missed":1,"mistaken":0,"brier":0.027},\
            "invented":{"pairs":1000,"missed":21,"mistaken":0,"brier":0.025}}}}]}""";

    /**
     * A version that was learnt.
     *
     * @param people of how many the frequencies of names are
     * @param sampled from how many the odds were learnt
     * @param verdicts and from how many decisions of people
     */
    @Schema(name = "ProposedModel")
    record Proposed(String version, Instant proposedAt, long people, int sampled, int verdicts, Figures figures) {}
}
