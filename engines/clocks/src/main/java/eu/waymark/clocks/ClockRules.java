package eu.waymark.clocks;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule document.
 *
 * @param version named wherever a due date is stored, so that one can say later by which rule it was computed
 * @param zones the time zone of each country, or of a part of it that differs
 */
public record ClockRules(String version, Map<String, ZoneId> zones, List<ClockRule> rules) {

    public ClockRules {
        zones = Map.copyOf(zones);
        rules = List.copyOf(rules);
        if (version.isBlank()) {
            throw new IllegalArgumentException("A rule document has a version");
        }
        if (rules.stream().map(ClockRule::code).distinct().count() != rules.size()) {
            throw new IllegalArgumentException("Two rules of a document share a code");
        }
    }

    /** The rules that come with Waymark, {@code rules-v1.json}. */
    public static ClockRules shipped() {
        return RulesReader.readShipped();
    }

    /** @throws InvalidRulesException for an unknown property, unit or zone, a missing or repeated one, or anything but JSON */
    public static ClockRules parse(String json) {
        return RulesReader.read(json);
    }

    public Optional<ClockRule> find(String code) {
        return rules.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    /**
     * The rules that hold in a place, a country or part of one in ISO 3166 codes. Those of the Union are found under {@code
     * EU}: which of them bind a country on a given day is a question of treaties, not of clocks.
     */
    public List<ClockRule> holdingIn(String place) {
        return rules.stream().filter(rule -> rule.holdsIn(place)).toList();
    }

    /**
     * The calendar by which the authorities of a place work.
     *
     * @param place a country or part of one in ISO 3166 codes, such as {@code FR} or {@code GB-ENG}
     * @throws IllegalArgumentException for a place whose zone or holidays are unknown
     */
    public HolidayCalendar calendar(String place) {
        var zone = Optional.ofNullable(zones.get(place))
                .or(() -> Optional.ofNullable(zones.get(place.split("-", 2)[0])))
                .orElseThrow(() -> new IllegalArgumentException("No time zone for " + place));
        return JollydayCalendar.of(place, zone);
    }
}
