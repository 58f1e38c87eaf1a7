package eu.waymark.referral.worklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of each item: those that could be done are done, and each other one says why not. */
@Schema(name = "BulkResult", examples = """
            {"done":1,"refused":1,"items":[{"id":"5f0c2f1e-8d2b-4f43-9a55-0f6f3b0f7c11","status":200,"code":"done","version":2},
             {"id":"0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90","status":412,"code":"stale","detail":"Read it again and decide on the current state."}]}""")
record BulkResult(long done, long refused, List<Item> items) {

    private static final int DONE = 200;

    /** One of them, with the status and the code that it would have had alone. */
    @Schema(
            name = "BulkItem",
            requiredProperties = {"id", "status", "code"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID id,
            int status,
            String code,
            @Nullable String detail,
            @Nullable Integer version) {

        static Item done(UUID id, int version) {
            return new Item(id, DONE, "done", null, version);
        }

        static Item refused(UUID id, ProblemException problem) {
            return new Item(id, problem.type().status(), problem.type().slug(), problem.detail(), null);
        }
    }

    static BulkResult of(List<Item> items) {
        var done = items.stream().filter(item -> item.status() == DONE).count();
        return new BulkResult(done, items.size() - done, items);
    }
}
