package eu.waymark.identity.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.identity.imports.ImportReport.Rejection;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads newline-delimited JSON, keeps the good lines and says of the others why not, without repeating them. */
@ApplicationScoped
class ImportFile {

    static final int MOST_LINES = 5_000;

    private final ObjectMapper json;
    private final Validator validator;

    ImportFile(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** What a file holds. */
    record Content(List<ImportLine> lines, List<Rejection> rejected) {}

    /** @throws eu.waymark.platform.web.problem.ProblemException 422 when there are too many lines */
    Content read(String ndjson) {
        var texts = ndjson.lines().toList();
        if (texts.size() > MOST_LINES) {
            throw IdentityProblem.IMPORT_TOO_LARGE.because("Send at most " + MOST_LINES + " lines at once.");
        }
        var content = new Content(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isBlank()) {
                read(i + 1, texts.get(i), content);
            }
        }
        return content;
    }

    private void read(int number, String text, Content content) {
        try {
            var line = json.readValue(text, ImportLine.class);
            var faults = faults(line);
            if (!faults.isEmpty()) {
                content.rejected.add(new Rejection(number, CommonProblem.INVALID_FIELDS.slug(), faults));
            } else if (!line.demographics().isSearchable()) {
                content.rejected.add(new Rejection(
                        number, IdentityProblem.SEARCH_TOO_BROAD.slug(), "names say too little to be found again"));
            } else {
                content.lines.add(line);
            }
        } catch (JsonProcessingException malformed) {
            // Its message quotes the line.
            content.rejected.add(new Rejection(
                    number, CommonProblem.INVALID_REQUEST.slug(), "is not a JSON object of the documented fields"));
        }
    }

    private String faults(ImportLine line) {
        return Stream.concat(validator.validate(line).stream(), validator.validate(line.demographics()).stream())
                .map(ImportFile::fault)
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String fault(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString().replace(".<list element>", "") + " " + violation.getMessage();
    }
}
