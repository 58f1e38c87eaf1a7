package eu.waymark.register.directory;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Hours of a weekday in the desk's own time; a night that runs into the next day is two of them. */
@Schema(name = "DeskHours", examples = "{\"day\":\"MONDAY\",\"opens\":\"08:00\",\"closes\":\"18:00\"}")
public record OpeningView(
        @NotNull DayOfWeek day,

        @Schema(examples = "08:00")
        @NotNull
        @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]", message = "must be a time such as 08:00")
        String opens,

        @Schema(examples = "18:00", description = "At most 24:00.")
        @NotNull
        @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00", message = "must be a time such as 18:00, or 24:00")
        String closes) {

    Opening opening() {
        return new Opening(day, minute(opens), minute(closes));
    }

    static List<OpeningView> of(Set<Opening> openings) {
        return openings.stream()
                .sorted(Comparator.comparing(Opening::day).thenComparing(Opening::opens))
                .map(one -> new OpeningView(one.day(), time(one.opens()), time(one.closes())))
                .toList();
    }

    private static int minute(String time) {
        return Integer.parseInt(time.substring(0, 2)) * Opening.HOUR + Integer.parseInt(time.substring(3));
    }

    private static String time(int minute) {
        return "%02d:%02d".formatted(minute / Opening.HOUR, minute % Opening.HOUR);
    }
}
