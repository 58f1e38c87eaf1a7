package eu.waymark.referral.trafficking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.referral.person.ChildTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals the form and what else is written with the key of the person it is about. Only inside audited work. */
@ApplicationScoped
class TraffickingTexts {

    private final ChildTexts texts;
    private final ObjectMapper json;

    TraffickingTexts(ChildTexts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    byte[] seal(UUID record, TraffickingForm form) {
        try {
            return texts.seal(record, json.writeValueAsString(form));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A form cannot be written as JSON", impossible);
        }
    }

    TraffickingForm form(TraffickingReferral referral) {
        try {
            return json.readValue(texts.open(referral.personRecordId(), referral.form()), TraffickingForm.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("A form is not the JSON that was sealed", corrupt);
        }
    }

    /** Makes sure that the record has its key, on which what is about it hangs. */
    void hold(UUID record) {
        texts.hold(record);
    }

    byte @Nullable [] sealText(TraffickingReferral referral, @Nullable String text) {
        return text == null ? null : texts.seal(referral.personRecordId(), text);
    }

    @Nullable
    String openText(TraffickingReferral referral, byte @Nullable [] sealed) {
        return sealed == null ? null : texts.open(referral.personRecordId(), sealed);
    }
}
