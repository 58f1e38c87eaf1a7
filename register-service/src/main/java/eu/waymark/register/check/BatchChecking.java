package eu.waymark.register.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.register.check.BatchView.Item;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks several children one after another, each as if it were asked alone: with its events, its look and its part of what
 * a person may ask in a minute. What is wrong with one is said of it and keeps no other from its answer.
 */
@Singleton
class BatchChecking {

    private final Checking checking;
    private final ObjectMapper json;
    private final Validator validator;

    BatchChecking(Checking checking, ObjectMapper json, Validator validator) {
        this.checking = checking;
        this.json = json;
        this.validator = validator;
    }

    /** @throws ProblemException 403 where the policy lets the caller check nobody */
    BatchView check(List<JsonNode> children, Manner manner) {
        var items = new ArrayList<Item>();
        for (var child : children) {
            items.add(check(items.size(), child, manner));
        }
        return BatchView.of(items);
    }

    private Item check(int index, JsonNode child, Manner manner) {
        try {
            return Item.answered(index, checking.check(read(child), manner));
        } catch (ProblemException refused) {
            if (refused.type() == CommonProblem.FORBIDDEN) {
                throw refused;
            }
            return Item.refused(index, refused);
        }
    }

    private Demographics read(JsonNode child) {
        var invalid = CommonProblem.INVALID_FIELDS.because("This child cannot be checked: see the fields.");
        try {
            var read = json.treeToValue(child, Demographics.class);
            for (var fault : validator.validate(read)) {
                invalid = invalid.at(fault.getPropertyPath().toString(), fault.getMessage());
            }
            if (invalid.errors().isEmpty()) {
                return read;
            }
        } catch (JsonProcessingException malformed) {
            throw invalid.at("child", "does not have the shape of a child that is asked about");
        }
        throw invalid;
    }
}
