package eu.waymark.register.basis;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.caller.PurposeFree;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** On what basis one may ask or tell, and which countries it binds. It knows no child. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1/legal-bases")
@PurposeFree
@Tag(name = "directory")
public class LegalBasesResource {

    private final LegalBases bases;

    LegalBasesResource(LegalBases bases) {
        this.bases = bases;
    }

    /** A whole list: it is small, and clients keep it. */
    @Schema(name = "LegalBases")
    public record Bases(List<BasisView> items) {}

    /**
     * A basis.
     *
     * @param requests whether content may be asked for on it
     * @param notices whether it lets an authority tell unasked that a child moves or is in danger
     * @param answer by which clock a request is answered
     * @param confirmed whether counsel has read the source
     */
    @Schema(name = "LegalBasis", examples = """
            {"code":"hague-1996-34","instrument":"Hague Convention of 19 October 1996","article":"34","domestic":false,
             "requests":true,"notices":false,"validFrom":"2002-01-01","answer":"OURS-ANSWER","confirmed":false,
             "parties":[{"country":"FR","validFrom":"2011-02-01"}]}""")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BasisView(
            String code,
            String instrument,
            String article,
            boolean domestic,
            boolean requests,
            boolean notices,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String answer,
            boolean confirmed,
            List<PartyView> parties) {

        static BasisView of(LegalBasis b, List<LegalBasisParty> parties) {
            return new BasisView(
                    b.code,
                    b.instrument,
                    b.article,
                    b.domestic,
                    b.requests,
                    b.notices,
                    b.validFrom,
                    b.validTo,
                    b.answerRule,
                    b.confirmed,
                    parties.stream()
                            .filter(party -> party.basis.equals(b.code))
                            .map(party -> new PartyView(party.country, party.validFrom, party.validTo))
                            .toList());
        }
    }

    /** Since when, and until when, a country is bound. */
    @Schema(name = "LegalBasisParty")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PartyView(
            String country, LocalDate validFrom, @Nullable LocalDate validTo) {}

    @GET
    @Authenticated
    @Operation(summary = "All legal bases, with the countries that each binds, since when and until when")
    public Bases list() {
        var parties = bases.parties();
        return new Bases(
                bases.all().stream().map(basis -> BasisView.of(basis, parties)).toList());
    }
}
