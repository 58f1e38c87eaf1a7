package eu.waymark.referral.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.referral.person.ChildTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals sections and reasons with the key of the child they are about. Only inside audited work. */
@ApplicationScoped
class AssessmentTexts {

    private final ChildTexts texts;
    private final ObjectMapper json;

    AssessmentTexts(ChildTexts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    byte[] seal(Assessment assessment, SectionContent content) {
        try {
            return texts.seal(assessment.personRecordId(), json.writeValueAsString(content));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A section cannot be written as JSON", impossible);
        }
    }

    SectionContent open(Assessment assessment, SectionVersion version) {
        try {
            return json.readValue(texts.open(assessment.personRecordId(), version.content()), SectionContent.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("A section is not the JSON that was sealed", corrupt);
        }
    }

    byte[] sealText(UUID record, String text) {
        return texts.seal(record, text);
    }

    @Nullable
    String openText(Assessment assessment, byte @Nullable [] sealed) {
        return sealed == null ? null : texts.open(assessment.personRecordId(), sealed);
    }
}
