package eu.waymark.register.directory;

import eu.waymark.platform.persistence.fact.FactOutbox;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.register.change.Changeable;
import eu.waymark.register.directory.DirectoryViews.DeskEntry;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes desks, and tells the other services about them. */
@Singleton
class Desks implements Changeable<DeskEntry> {

    private static final String MEND = "Say when the desk answers, in its own time.";

    private final EntityManager entities;
    private final FactOutbox facts;

    Desks(EntityManager entities, FactOutbox facts) {
        this.entities = entities;
        this.facts = facts;
    }

    /** Where work can be put: no telephone number and no address, which only who calls needs. */
    private record DeskListed(
            String code,
            String agency,
            String name,
            String kind,
            List<String> languages,
            @Nullable String timeZone,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static DeskListed of(Desk desk) {
            return new DeskListed(
                    desk.code,
                    desk.agency,
                    desk.name,
                    desk.kind,
                    desk.languages,
                    desk.timeZone,
                    desk.validFrom,
                    desk.validTo);
        }
    }

    @Override
    public String kind() {
        return "desk";
    }

    @Override
    public Class<DeskEntry> type() {
        return DeskEntry.class;
    }

    @Override
    public Optional<Standing<DeskEntry>> standing(String code, DeskEntry wanted) {
        return Optional.ofNullable(entities.find(Desk.class, code))
                .map(desk -> new Standing<>(DeskEntry.of(desk), desk.version));
    }

    @Override
    public void check(String code, DeskEntry wanted) {
        if (entities.find(Agency.class, wanted.agency()) == null) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Create the agency first.")
                    .at("agency", "is not an agency of the directory");
        }
        Validity.require(wanted.validFrom(), wanted.validTo());
        var openings = openings(wanted);
        if (!openings.isEmpty() && !isTimeZone(wanted.timeZone())) {
            throw wrong("timeZone", "must be a time zone such as Europe/London");
        }
        if (overlap(openings)) {
            throw wrong("openings", "must each end after they begin, and not overlap");
        }
    }

    @Override
    public void put(String code, DeskEntry wanted) {
        var desk = Stored.orNew(entities, Desk.class, code, Desk::new);
        desk.code = code;
        desk.agency = wanted.agency();
        desk.name = wanted.name();
        desk.kind = wanted.kind();
        desk.phone = wanted.phone();
        desk.email = wanted.email();
        desk.hours = wanted.hours();
        desk.languages = wanted.languages();
        desk.timeZone = wanted.timeZone();
        desk.openings.retainAll(Set.copyOf(openings(wanted)));
        desk.openings.addAll(openings(wanted));
        desk.validFrom = wanted.validFrom();
        desk.validTo = wanted.validTo();
        entities.persist(desk);
        facts.emit("desk.listed", UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)), DeskListed.of(desk));
    }

    private static List<Opening> openings(DeskEntry wanted) {
        return wanted.openings() == null
                ? List.of()
                : wanted.openings().stream().map(OpeningView::opening).toList();
    }

    private static boolean overlap(List<Opening> openings) {
        var sorted = new ArrayList<>(openings);
        sorted.sort(Comparator.comparing(Opening::day).thenComparing(Opening::opens));
        for (var at = 0; at < sorted.size(); at++) {
            var one = sorted.get(at);
            var next = at + 1 < sorted.size() ? sorted.get(at + 1) : null;
            if (one.closes() <= one.opens() || next != null && next.day() == one.day() && next.opens() < one.closes()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTimeZone(@Nullable String zone) {
        if (zone == null) {
            return false;
        }
        try {
            return !ZoneId.of(zone).getId().isEmpty();
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static ProblemException wrong(String field, String message) {
        return CommonProblem.INVALID_FIELDS.because(MEND).at(field, message);
    }
}
