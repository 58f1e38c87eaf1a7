package eu.waymark.identity.privatequery;

import eu.waymark.identity.IdentityProblem;
import eu.waymark.matching.clk.Clk;
import eu.waymark.matching.clk.ClkEncoder;
import eu.waymark.matching.clk.Encoding;
import eu.waymark.matching.clk.EncodingResult.Encoded;
import eu.waymark.matching.clk.Reading;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One child, encoded by the agency that asks; scheme {@code waymark-clk-1}. */
@Schema(description = "One child, encoded with `matching.jar encode` or your own encoder of scheme waymark-clk-1.")
record EncodedQuestion(
        @Schema(examples = "2026-Q4") @NotNull @Size(min = 1, max = 64)
        String epoch,

        @NotEmpty @Size(max = ClkEncoder.MAX_ENCODINGS) List<@NotNull @Valid One> encodings)
        implements Personal {

    static final String EXAMPLE = """
            {"epoch":"2026-Q4","encodings":[{"reading":"DAY","shelf":"8613995081240023860","clk":\
            "BIUghJ6dEBRTgBvKV2O52kwqPgHBxMnMCMIAcAPxgHRtK4pGCA1iBoxeGoUBiDhoVFEHa34EHKTADjRoLKjLZShJnYiAR4dkUvoNi1RM0zYTQco0HQJaKcQMyR8I6I48jxCqQcYHwE+bDJGQBSqgWFlAZVQGJMN3rM8gkyrhkw8="}]}""";

    /** Fewer bits say nothing, more would be like everybody: real encodings have 25 to 50 in a hundred. */
    private static final int LEAST_BITS = Clk.BITS / 10;

    private static final int MOST_BITS = Clk.BITS * 6 / 10;

    /** One way in which the child's data may be read. */
    @Schema(name = "PrivateEncoding")
    record One(
            @NotNull Reading reading,

            @Schema(description = "64 bits with a sign, as text.", examples = "8613995081240023860")
            @NotNull
            @Pattern(regexp = "-?[0-9]{1,19}", message = "must be a whole number of 64 bits, as text")
            String shelf,

            @Schema(description = "1,024 bits in Base64.")
            @NotNull
            @Pattern(regexp = "[A-Za-z0-9+/]{171}=", message = "must be 1,024 bits in Base64")
            String clk)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 422 naming an encoding that is none */
    Encoded encoded() {
        var read = new ArrayList<Encoding>();
        for (int i = 0; i < encodings.size(); i++) {
            var one = encodings.get(i);
            read.add(new Encoding(one.reading(), shelf(i, one.shelf()), clk(i, one.clk())));
        }
        return new Encoded(read, Set.of());
    }

    private static long shelf(int at, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Correct the fields listed under 'errors'.")
                    .at("encodings[" + at + "].shelf", "must be a whole number of 64 bits, as text");
        }
    }

    private static Clk clk(int at, String text) {
        var clk = Clk.ofBase64(text);
        if (clk.cardinality() < LEAST_BITS || clk.cardinality() > MOST_BITS) {
            throw IdentityProblem.SEARCH_TOO_BROAD
                    .because("An encoding sets between %d and %d bits.".formatted(LEAST_BITS, MOST_BITS))
                    .at("encodings[" + at + "].clk", "is nobody's");
        }
        return clk;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
