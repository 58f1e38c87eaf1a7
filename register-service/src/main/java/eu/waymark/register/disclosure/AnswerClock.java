package eu.waymark.register.disclosure;

import eu.waymark.clocks.DueDate;
import eu.waymark.register.basis.LegalBases;
import eu.waymark.register.basis.LegalBases.InForce;
import eu.waymark.register.basis.WorkingTime;
import eu.waymark.register.directory.Directory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;

/** Until when the holder answers: as the basis says, and within hours while a child is in danger. */
@Singleton
class AnswerClock {

    private static final Set<String> DANGER = Set.of("CP-EMERGENCY", "CP-MISSING");

    private final LegalBases bases;
    private final WorkingTime workingTime;
    private final Directory directory;

    AnswerClock(LegalBases bases, WorkingTime workingTime, Directory directory) {
        this.bases = bases;
        this.workingTime = workingTime;
        this.directory = directory;
    }

    /** Starts the clock of the holder's country. */
    void start(Disclosure disclosure, InForce basis, Instant from) {
        var rule = DANGER.contains(disclosure.purpose) ? bases.answerInDanger() : basis.answer();
        var country = directory.countryOf(disclosure.holder).orElse("");
        disclosure.due(rule.code(), DueDate.of(rule, from, workingTime.of(country)));
    }
}
