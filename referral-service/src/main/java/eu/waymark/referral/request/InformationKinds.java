package eu.waymark.referral.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description = "What can be asked for, on which bases, and which countries each instrument binds.",
        examples = """
        {"kinds":[{"code":"need-for-protection","asks":"Information on the need for protection of a child",
          "bases":["brussels-2b-80","hague-1996-34"]}],
         "bases":[{"code":"hague-1996-34","instrument":"hague-1996","law":"Hague Convention of 19 October 1996, article 34",
          "domestic":false}],
         "parties":[{"instrument":"hague-1996","country":"FR","validFrom":"2011-02-01"}]}""")
record InformationKinds(List<Kind> kinds, List<Basis> bases, List<Party> parties) {

    @Schema(name = "InformationKind")
    record Kind(String code, String asks, List<String> bases) {

        static Kind of(Tuple row) {
            return new Kind(
                    row.get("code", String.class),
                    row.get("asks", String.class),
                    List.of(row.get("bases", String.class).split(",")));
        }
    }

    @Schema(name = "InformationBasis")
    record Basis(String code, String instrument, String law, boolean domestic) {

        static Basis of(Tuple row) {
            return new Basis(
                    row.get("code", String.class),
                    row.get("instrument", String.class),
                    row.get("law", String.class),
                    row.get("domestic", Boolean.class));
        }
    }

    @Schema(name = "InformationParty")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Party(
            String instrument,
            String country,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static Party of(Tuple row) {
            var validTo = row.get("valid_to", String.class);
            return new Party(
                    row.get("instrument", String.class),
                    row.get("country", String.class),
                    LocalDate.parse(row.get("valid_from", String.class)),
                    validTo == null ? null : LocalDate.parse(validTo));
        }
    }
}
