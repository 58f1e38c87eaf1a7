package eu.waymark.referral.running;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.clocks.ClockDay;
import eu.waymark.clocks.ClockRule;
import eu.waymark.clocks.Holiday;
import eu.waymark.clocks.Pause;
import eu.waymark.clocks.Reckoning;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a due date came about. */
@Schema(
        name = "Clock",
        description = "How a due date came about: each day, counted or not, and why.",
        examples = ClockView.EXAMPLE)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClockView(
        ClockRule rule,

        @Schema(description = "The version of the rule document.")
        String version,

        @Schema(description = "The nation whose days count.")
        String place,

        String zone,
        Instant startedAt,
        @Schema(description = "The last day, in that zone.") LocalDate dueOn,

        @Schema(description = "The first moment after the period.")
        Instant dueAt,

        List<Mark> reminders,
        List<Telling> escalation,
        List<Stop> pauses,
        List<Day> days,

        @Schema(description = "Only of work of your agency.") @Nullable
        Work work) {

    static final String EXAMPLE = """
            {"rule":{"code":"EN-DEC","jurisdiction":"GB-ENG","text":"Decision on a referral",
              "startEvents":["referral-received"],"amount":1,"unit":"WORKING_DAY","bound":"LATEST","endsOnWorkingDay":false,
              "source":"frg.org.uk","confirmed":true,"handling":{"endEvent":"decision-recorded","pauses":[],"exceptions":{},
              "reminders":[50,80,100],"escalation":[{"to":"manager","workingDaysLate":0}]}},
             "version":"2","place":"GB-ENG","zone":"Europe/London","startedAt":"2026-04-02T09:00:00Z",
             "dueOn":"2026-04-07","dueAt":"2026-04-07T23:00:00Z",
             "reminders":[{"percent":50,"at":"2026-04-07T11:00:00Z"}],
             "escalation":[{"to":"manager","at":"2026-04-07T23:00:00Z"}],"pauses":[],
             "days":[{"date":"2026-04-02","why":"start"},
              {"date":"2026-04-03","why":"holiday","holiday":{"code":"christian.GOOD_FRIDAY","name":"Good Friday"}},
              {"date":"2026-04-04","why":"weekend"},{"date":"2026-04-05","why":"weekend"},
              {"date":"2026-04-06","why":"holiday","holiday":{"code":"christian.EASTER_MONDAY","name":"Easter Monday"}},
              {"date":"2026-04-07","why":"counted","number":1}]}""";

    @Schema(name = "ClockReminder")
    record Mark(int percent, Instant at) {}

    @Schema(name = "ClockEscalation")
    record Telling(String to, Instant at) {}

    @Schema(name = "ClockPause")
    record Stop(Instant from, Instant until, String reason) {
        static Stop of(Pause pause) {
            return new Stop(pause.from(), pause.until(), pause.reason());
        }
    }

    @Schema(name = "ClockDay")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Day(
            LocalDate date,

            @Schema(enumeration = {"start", "counted", "weekend", "holiday", "pause", "end-moved"})
            String why,

            @Schema(description = "Which counted day it is.") @Nullable
            Integer number,

            @Nullable Holiday holiday) {

        static Day of(ClockDay day) {
            return new Day(
                    day.date(),
                    day.why().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    day.isCounted() ? day.number() : null,
                    day.holiday().orElse(null));
        }
    }

    /** What runs by the clock. */
    @Schema(name = "ClockOfWork")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Work(
            java.util.UUID workItem,
            String kind,

            @Schema(description = "It stands still; the due date is as if it went on now.")
            boolean paused,

            @Nullable Instant closedAt,

            @Schema(description = "Why another time was given, or why it is late.")
            List<Excepted> exceptions,

            @Schema(description = "Of the work item, for 'If-Match'.")
            int version) {}

    @Schema(name = "ClockException")
    record Excepted(String reason, String fromRule, String toRule, Instant at) {}

    static ClockView of(Reckoning reckoned, String version, String place, @Nullable Work work) {
        ClockRule rule = reckoned.rule();
        return new ClockView(
                rule,
                version,
                place,
                reckoned.calendar().zone().getId(),
                reckoned.start(),
                reckoned.due().date(),
                reckoned.due().until(),
                rule.handling().reminders().stream()
                        .map(percent -> new Mark(percent, reckoned.at(percent)))
                        .toList(),
                reckoned.escalations().stream()
                        .map(step -> new Telling(step.to(), step.at()))
                        .toList(),
                reckoned.pauses().stream().map(Stop::of).toList(),
                reckoned.days().stream().map(Day::of).toList(),
                work);
    }
}
