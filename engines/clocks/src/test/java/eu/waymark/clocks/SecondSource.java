package eu.waymark.clocks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Public holidays on weekdays from 2026 to 2037, as another library than ours has them. */
final class SecondSource {

    static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    static final LocalDate LAST = LocalDate.parse("2037-12-31");

    /** Where the two sources are known to differ, and why; each awaits confirmation by counsel (docs/clocks.md). */
    static final Map<String, String> DISPUTED = Map.ofEntries(
            Map.entry("BG", "days in lieu of holidays that coincide"),
            Map.entry("ES", "Assumption on a Sunday"),
            Map.entry("GR", "Three Hierarchs; days in lieu of Labour Day"),
            Map.entry("HU", "Christmas Eve; bridge days that are worked off on a Saturday"),
            Map.entry("LT", "Christmas Eve"),
            Map.entry("LV", "bridge days; days in lieu"),
            Map.entry("NL", "Good Friday; Liberation Day in years that do not end on 0 or 5"),
            Map.entry("PT", "Carnival, which the government grants each year"),
            Map.entry("SE", "the eves of Midsummer, Christmas and the New Year, which count as Sundays"),
            Map.entry("SK", "holidays that became working days"),
            Map.entry("UA", "holidays are working days under martial law"));

    private static final Map<String, Set<LocalDate>> HOLIDAYS = read();

    private SecondSource() {}

    /** Every country, and the nations within. */
    static Set<String> places() {
        var places = new TreeSet<>(HOLIDAYS.keySet());
        places.addAll(DISPUTED.keySet());
        return places;
    }

    static Set<LocalDate> holidays(String place) {
        return HOLIDAYS.getOrDefault(place, Set.of());
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Map<String, Set<LocalDate>> read() {
        try (var csv = SecondSource.class.getResourceAsStream("holidays-2026-2037.csv")) {
            var text = new String(Objects.requireNonNull(csv).readAllBytes(), StandardCharsets.UTF_8);
            var places = new TreeMap<String, Set<LocalDate>>();
            text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                var parts = line.split(",");
                places.computeIfAbsent(parts[0], place -> new HashSet<>())
                        .addAll(Arrays.stream(parts[2].split(" "))
                                .map(day -> LocalDate.parse(parts[1] + "-" + day))
                                .collect(Collectors.toSet()));
            });
            return places;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
