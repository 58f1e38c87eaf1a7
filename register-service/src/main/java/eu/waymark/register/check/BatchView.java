package eu.waymark.register.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.problem.Problem;
import eu.waymark.platform.web.problem.ProblemException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a batch, in the order of the questions.
 *
 * @param answered how many have an answer; the others say why not
 */
@Schema(name = "BatchCheck")
public record BatchView(int asked, int answered, List<Item> items) {

    /**
     * One child: its answer, or why there is none.
     *
     * @param index the place in the request, from 0
     * @param code of the problem, as a check of this child alone would have it
     */
    @Schema(name = "BatchCheckItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            int index,
            @Nullable CheckView check,
            @Nullable String code,
            @Nullable String detail,
            @Nullable List<Problem.FieldError> errors) {

        static Item answered(int index, CheckView check) {
            return new Item(index, check, null, null, null);
        }

        static Item refused(int index, ProblemException refused) {
            return new Item(index, null, refused.type().slug(), refused.detail(), refused.errors());
        }
    }

    static BatchView of(List<Item> items) {
        var answered = items.stream().filter(item -> item.check() != null).count();
        return new BatchView(items.size(), (int) answered, List.copyOf(items));
    }
}
