package eu.waymark.referral.agency;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The desks that the register has listed, by code. */
@ApplicationScoped
public class Desks implements PanacheRepositoryBase<Desk, String> {

    private final Clock clock;

    Desks(Clock clock) {
        this.clock = clock;
    }

    /**
     * A desk of that agency at which work can be put today.
     *
     * @throws ProblemException 422 for any other, on the field {@code desk}
     */
    public Desk require(String code, String agency) {
        return findByIdOptional(code)
                .filter(desk -> desk.isOf(agency) && desk.isValidOn(LocalDate.now(clock)))
                .orElseThrow(() -> CommonProblem.INVALID_FIELDS
                        .because("Choose a desk of that agency from /api/register/v1/desks.")
                        .at("desk", "is not a desk of the agency now"));
    }

    /** By whose day an agency works: that of its duty desk; UTC where none says. */
    public ZoneId zoneOf(String agency) {
        return find("agency = ?1 and kind = 'duty' and timeZone is not null order by code", agency)
                .firstResultOptional()
                .flatMap(Desk::zone)
                .orElse(ZoneOffset.UTC);
    }
}
