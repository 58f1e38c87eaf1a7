package eu.waymark.referral.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.person.ChildTexts;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/**
 * All feedback, each for one agency and never for the worker of whom it speaks: of the own agency for its supervisors, an
 * allegation against another's for whoever hears it there. Only within audited work.
 */
@Singleton
class Feedbacks implements PanacheRepositoryBase<Feedback, UUID> {

    private static final String MINE =
            "reader = :agency and worker <> :subject and (:supervises = true or reader <> agency)";

    private final ChildTexts texts;
    private final PersonTags tags;
    private final ObjectMapper json;

    Feedbacks(ChildTexts texts, PersonTags tags, ObjectMapper json) {
        this.texts = texts;
        this.tags = tags;
        this.json = json;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404, the same for unknown and for what is not the caller's to read */
    Feedback known(UUID id, Caller by, LockModeType lock, Trail trail) {
        trail.resource(id.toString());
        var feedback = find("id = :id and " + MINE, mine(by).and("id", id))
                .withLock(lock)
                .<Feedback>firstResultOptional()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such feedback, or none for you."));
        name(List.of(feedback), trail);
        return feedback;
    }

    /** Newest first, one more than the page asks for. */
    List<Feedback> of(Caller by, PageRequest page) {
        var where = MINE;
        var values = mine(by);
        if (page.after().isPresent()) {
            where += " and (givenAt, id) < (:time, :last)";
            values.and("time", page.after().get().time())
                    .and("last", page.after().get().id());
        }
        return find(where, Sort.descending("givenAt", "id"), values)
                .range(0, page.limit())
                .list();
    }

    void name(List<Feedback> shown, Trail trail) {
        trail.returned(shown.size());
        tags.find(shown.stream().map(feedback -> feedback.personRecordId).toList())
                .forEach(trail::about);
    }

    byte[] seal(UUID record, Answers answers) {
        try {
            return texts.seal(record, json.writeValueAsString(answers));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Answers are plain values", impossible);
        }
    }

    FeedbackView view(Feedback feedback) {
        try {
            var answers = json.readValue(texts.open(feedback.personRecordId, feedback.answers), Answers.class);
            return FeedbackView.of(feedback, answers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Answers were written by this service", impossible);
        }
    }

    private static Parameters mine(Caller by) {
        return Parameters.with("agency", by.agency())
                .and("subject", by.subject())
                .and("supervises", by.has("supervisor"));
    }
}
