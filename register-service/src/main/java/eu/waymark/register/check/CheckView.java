package eu.waymark.register.check;

import eu.waymark.register.directory.DeskView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the one question.
 *
 * @param matches what was found, best first; empty for no hit
 * @param coverage what was looked through: a "no hit" speaks of these countries only
 * @param advice what it means, in the language of {@code Accept-Language}; no class, no harm, no risk (ADR 13)
 */
@Schema(name = "Check", examples = """
        {"id":"7d9c7c06-65c0-4a3c-9a53-0e3a4a1f9d11","result":"hit","matches":[{"handle":"f1f6e0f4-3a57-4b7b-a7d9-2a6b1a0d7c55",
         "result":"hit","country":"GB","agreement":{"name":"partly","birthDate":"agree","sex":"agree"},"desk":{"code":"GB-NATIONAL",
         "name":"UK national duty desk","phone":"+44 20 5550 0100","email":"duty@gb-ca.example","hours":"day and night",
         "languages":["en"]}}],"coverage":{"countries":["DE","FR","GB","NL","PL"]},
         "advice":"A measure exists. Call the desk named with the match before you decide anything."}""")
public record CheckView(UUID id, Result result, List<Match> matches, Coverage coverage, String advice) {

    /** Hit: the same child beyond reasonable doubt. Possible: a person must decide. */
    @Schema(
            enumeration = {"hit", "possible", "no-hit"},
            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)
    public enum Result {
        HIT("hit"),
        POSSIBLE("possible"),
        NO_HIT("no-hit");

        private final String code;

        Result(String code) {
            this.code = code;
        }

        @com.fasterxml.jackson.annotation.JsonValue
        public String code() {
            return code;
        }
    }

    /** An entry that was found: where, how the data agree, and whom to call. */
    @Schema(name = "CheckMatch")
    public record Match(
            UUID handle,
            @Schema(enumeration = {"hit", "possible"}) String result,
            @Schema(examples = "GB") String country,
            Agreement agreement,
            DeskView desk) {}

    /** What was looked through. */
    public record Coverage(List<String> countries) {}

    static CheckView of(UUID id, List<Match> matches, List<String> countries, @Nullable String languages) {
        var result = matches.isEmpty()
                ? Result.NO_HIT
                : matches.stream().anyMatch(match -> match.result().equals(CheckMatch.HIT))
                        ? Result.HIT
                        : Result.POSSIBLE;
        return new CheckView(id, result, matches, new Coverage(countries), Advice.of(result, languages));
    }
}
