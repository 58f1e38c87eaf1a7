package eu.waymark.identity.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.identity.imports.ImportReport.Rejection;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ConstraintPaths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads newline-delimited JSON, keeps the good lines and says of the others why not, without repeating them. */
@ApplicationScoped
class ImportFile {

    private final ObjectMapper json;
    private final Validator validator;

    ImportFile(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    ImportChunk read(List<LineReader.Line> lines) {
        var chunk = new ImportChunk(lines.size(), new ArrayList<>(), new ArrayList<>());
        for (var line : lines) {
            if (line.text() == null) {
                chunk.rejected().add(Objects.requireNonNull(line.fault()).at(line.number()));
            } else if (!line.text().isBlank()) {
                read(line.number(), line.text(), chunk);
            }
        }
        return chunk;
    }

    private void read(long number, String text, ImportChunk chunk) {
        try {
            var line = json.readValue(text, ImportLine.class);
            var faults = faults(line);
            if (!faults.isEmpty()) {
                chunk.rejected().add(new Rejection(number, CommonProblem.INVALID_FIELDS.slug(), faults));
            } else if (!line.demographics().isSearchable()) {
                chunk.rejected()
                        .add(new Rejection(
                                number,
                                IdentityProblem.SEARCH_TOO_BROAD.slug(),
                                "names say too little to be found again"));
            } else {
                chunk.good().add(new ImportChunk.Numbered(number, line));
            }
        } catch (JsonProcessingException malformed) {
            // Its message quotes the line.
            chunk.rejected()
                    .add(new Rejection(
                            number,
                            CommonProblem.INVALID_REQUEST.slug(),
                            "is not a JSON object of the documented fields"));
        }
    }

    private String faults(ImportLine line) {
        return Stream.concat(validator.validate(line).stream(), validator.validate(line.demographics()).stream())
                .map(ImportFile::fault)
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String fault(ConstraintViolation<?> violation) {
        return ConstraintPaths.field(violation) + " " + violation.getMessage();
    }
}
