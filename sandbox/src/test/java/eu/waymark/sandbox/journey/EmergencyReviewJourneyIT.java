package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Step 5 of S4: the glass is broken at once, for half an hour, and somebody else looks at it afterwards. */
class EmergencyReviewJourneyIT {

    private static final String ACCESSES = "/api/register/v1/emergency-access";
    private static final String REASON = "Found alone at the station at night, injured.";

    private static Waymark waymark;

    private final Person sarahOnDuty = waymark.person("sarah.gb").stating("CP-EMERGENCY");
    private final Person susanWhoSupervises = waymark.person("susan.gb").stating("CP-EMERGENCY");
    private final Person helenOfTheAuthority = waymark.person("helen.gb").stating("CP-EMERGENCY");
    private final Person tomWhoHoldsHim = waymark.person("tom.gb").stating("CP-PLAN");

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
    }

    @Test
    void theFirstOfADayIsReviewedByTheSupervisorAndTheSecondByAnotherAgency() {
        // Given
        Casework.enter(waymark.practitioner("tom.gb"), Child.TADHG);

        // When
        var opened = broken(sarahOnDuty, Child.TADHG);
        var first = ACCESSES + "/" + opened.id();
        sarahOnDuty.get(first + "/summary").expect(200);

        // Then: for half an hour, and those concerned are told at once
        var seen = susanWhoSupervises.get(first).expect(200);
        assertThat(Duration.between(Instant.parse(seen.string("openedAt")), Instant.parse(opened.string("expiresAt"))))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(LocalDate.parse(opened.string("reviewDueOn"))).isAfter(Casework.today());
        for (var told : List.of(tomWhoHoldsHim, helenOfTheAuthority)) {
            assertThat(Casework.kinds(Casework.notificationsAbout(told, opened.id())))
                    .containsExactly("emergency-opened");
        }
        assertThat(tomWhoHoldsHim.get(first).expect(200).string("reason")).isEqualTo(REASON);

        // And: her supervisor reads why, and how usual it is
        assertThat(seen.string("reviewBy")).isEqualTo("GB-KENT");
        assertThat(seen.string("reason")).isEqualTo(REASON);
        assertThat(seen.body().path("readings").asInt()).isEqualTo(1);
        assertThat(seen.body().at("/habit/ofPersonToday").asInt()).isEqualTo(1);

        // When
        assertThat(sarahOnDuty.having(seen).post(first + "/reviews", review()).status())
                .isEqualTo(403);
        var reviewed = susanWhoSupervises
                .having(seen)
                .post(first + "/reviews", review())
                .expect(200);

        // Then
        assertThat(reviewed.body().at("/review/outcome").asText()).isEqualTo("justified");
        assertThat(susanWhoSupervises
                        .having(reviewed)
                        .post(first + "/reviews", review())
                        .status())
                .isEqualTo(409);

        // When: once more on the same day
        var second = ACCESSES + "/" + broken(sarahOnDuty, Child.TADHG).id();

        // Then: her own agency has no say in it
        assertThat(susanWhoSupervises.get(second).status()).isEqualTo(404);
        var habit = helenOfTheAuthority.get(second).expect(200);
        assertThat(habit.string("reviewBy")).isEqualTo("GB-CA");
        assertThat(habit.body().at("/habit/ofPersonToday").asInt()).isEqualTo(2);
        helenOfTheAuthority.having(habit).post(second + "/reviews", review()).expect(200);
    }

    @Test
    void whoReviewsOpensNone() {
        assertThat(susanWhoSupervises
                        .post(ACCESSES, Casework.json().put("reason", REASON))
                        .status())
                .isEqualTo(403);
    }

    private static Answer broken(Person by, Child child) {
        var handle = Casework.onlyHandle(Casework.check(by, child));
        return by.post(ACCESSES, Casework.json().put("reason", REASON).put("handle", handle))
                .expect(201);
    }

    private static ObjectNode review() {
        return Casework.json().put("outcome", "justified").put("reason", "The ambulance crew had nobody to ask.");
    }
}
