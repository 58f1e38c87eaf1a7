package eu.waymark.identity.subject;

import eu.waymark.identity.demographics.Demographics;
import eu.waymark.identity.record.CorrectionReason;
import eu.waymark.identity.restriction.RestrictionView;
import eu.waymark.platform.web.Personal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All that identity holds on a person: article 15 of the GDPR and of the UK GDPR.
 *
 * @param now what the record says
 * @param before what it said, newest first
 * @param restrictions lifted ones too
 * @param sections the rest, in plain words
 */
@Schema(description = "All that identity holds on a person, to be handed to them.")
record SubjectExport(
        UUID record,
        String agency,
        Instant recordedAt,
        Demographics now,
        List<Before> before,
        List<RestrictionView> restrictions,
        List<Section> sections)
        implements Personal {

    static final String EXAMPLE = """
            {"record":"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10","agency":"GB-LDS","recordedAt":"2026-11-22T10:30:00Z",\
            "now":{"names":[{"given":"Anna","family":"Koval"}],"births":["2014~"],"sex":2,"nationalities":["UA"]},\
            "before":[],"restrictions":[],"sections":[{"title":"What is made from this",\
            "sentences":["Keyed numbers by which you can be found again; nobody can read your name from them."]}]}""";

    /** What the record said until then. */
    @Schema(name = "SubjectExportBefore")
    record Before(Demographics said, Instant until, CorrectionReason reason) implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** Something else that is held. */
    @Schema(name = "SubjectExportSection")
    record Section(String title, List<String> sentences) implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
