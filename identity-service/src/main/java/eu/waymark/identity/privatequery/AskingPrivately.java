package eu.waymark.identity.privatequery;

import eu.waymark.identity.IdentityProblem;
import eu.waymark.identity.mirror.Mirror;
import eu.waymark.identity.privatequery.KnownPeople.Known;
import eu.waymark.identity.privatequery.PrivateAnswer.Kind;
import eu.waymark.identity.record.FoundPerson;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** Answers whether a child is known. Whoever may be meant has been looked at, so the event names them (invariant 2). */
@ApplicationScoped
class AskingPrivately {

    private static final int CATCHING_UP_SECONDS = 5;

    private final AuditedWork work;
    private final Admission admission;
    private final Mirror mirror;
    private final KnownPeople people;
    private final PaddedAnswers answers;

    AskingPrivately(AuditedWork work, Admission admission, Mirror mirror, KnownPeople people, PaddedAnswers answers) {
        this.work = work;
        this.admission = admission;
        this.mirror = mirror;
        this.people = people;
        this.answers = answers;
    }

    PrivateAnswer ask(EncodedQuestion question) {
        var admitted = admission.admit(question);
        return work.run(admitted.event(), trail -> {
            trail.note("epoch", question.epoch());
            if (!mirror.catchUp()) {
                throw IdentityProblem.CATCHING_UP
                        .because("Try again in a moment, or search with names.")
                        .retryAfter(CATCHING_UP_SECONDS);
            }
            return answer(people.find(question.epoch(), admitted.question()), trail);
        });
    }

    private PrivateAnswer answer(Known known, Trail trail) {
        var all = Stream.concat(known.byDay().stream(), known.byYear().stream()).toList();
        all.forEach(person -> trail.about(person.tag()));
        trail.seal("recordIds", all.stream().map(FoundPerson::id).distinct().toList());
        // How many there are is nobody's business who reads the event either.
        trail.returned(all.isEmpty() ? 0 : 1);
        return all.isEmpty()
                ? answers.nobody()
                : answers.answer(
                        known.isOneChild() ? Kind.HIT : Kind.ASK_CONTACT,
                        all.getFirst().country());
    }
}
