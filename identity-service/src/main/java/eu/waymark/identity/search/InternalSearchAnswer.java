package eu.waymark.identity.search;

import eu.waymark.identity.record.FoundPerson;
import eu.waymark.matching.score.Ranked;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the register learns of a search: which records may be meant, not who they are about.
 *
 * @param population how many records were searched
 * @param matches best first
 */
@Schema(name = "InternalSearchResult")
record InternalSearchAnswer(long population, List<Match> matches) {

    static final String EXAMPLE = """
            {"population":2500,"matches":[{"recordId":"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10",\
            "tag":"Zk3s0cQ2vY8bq1m5N4tR7w","agency":"GB-LDS","country":"GB","band":"possible",\
            "agreement":{"name":"agree","birthDate":"partly","sex":"agree"}}]}""";

    /** A record that may be meant. */
    @Schema(name = "InternalMatch")
    record Match(
            UUID recordId,
            String tag,
            String agency,
            String country,
            @Schema(enumeration = {"certain", "possible"}) String band,
            Agreements agreement) {

        static Match of(Ranked<FoundPerson> hit) {
            var person = hit.record();
            return new Match(
                    person.id(),
                    person.tag(),
                    person.agency(),
                    person.country(),
                    Wire.code(hit.band()),
                    Agreements.of(hit.score().agreements()));
        }
    }
}
