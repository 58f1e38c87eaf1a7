package eu.waymark.identity.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.identity.imports.ImportReport.Rejection;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.identity.record.PersonRecords.Entrant;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ConstraintPaths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads newline-delimited JSON, keeps the good lines and says of the others why not, without repeating them. What can be
 * done to a line without the database is done here.
 */
@ApplicationScoped
class ImportFile {

    private final ObjectMapper json;
    private final Validator validator;
    private final PersonRecords persons;

    ImportFile(ObjectMapper json, Validator validator, PersonRecords persons) {
        this.json = json;
        this.validator = validator;
        this.persons = persons;
    }

    /** Into which import the lines are read, and whose records they become. */
    record Target(UUID importId, Caller owner) {}

    ImportChunk read(List<LineReader.Line> lines, Target target) {
        var chunk = new ImportChunk(lines.size(), new ArrayList<>(), new ArrayList<>());
        for (var line : lines) {
            if (line.text() == null) {
                chunk.rejected().add(Objects.requireNonNull(line.fault()).at(line.number()));
            } else if (!line.text().isBlank()) {
                read(line.number(), line.text(), chunk, target);
            }
        }
        return chunk;
    }

    private void read(long number, String text, ImportChunk chunk, Target target) {
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
                chunk.good().add(prepared(number, line, target));
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

    private ImportChunk.Numbered prepared(long number, ImportLine line, Target target) {
        var hashes = persons.externalIdHashes(target.owner(), line.externalId());
        var entrant = new Entrant(line.demographics(), hashes.getFirst(), target.importId());
        return new ImportChunk.Numbered(number, line.externalId(), hashes, persons.prepare(target.owner(), entrant));
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
