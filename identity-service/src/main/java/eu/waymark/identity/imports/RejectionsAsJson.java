package eu.waymark.identity.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.identity.imports.ImportReport.Rejection;
import jakarta.persistence.AttributeConverter;
import java.util.List;

/** Keeps the refused lines of an import in one column. */
class RejectionsAsJson implements AttributeConverter<List<Rejection>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(List<Rejection> rejected) {
        try {
            return JSON.writeValueAsString(rejected);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("Rejections are always writable as JSON", unwritable);
        }
    }

    @Override
    public List<Rejection> convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, new TypeReference<>() {});
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("The rejections of an import are not readable", unreadable);
        }
    }
}
