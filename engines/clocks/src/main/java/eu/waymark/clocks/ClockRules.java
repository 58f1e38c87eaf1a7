package eu.waymark.clocks;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A rule document.
 *
 * @param version named wherever a due date is stored, so that one can say later by which rule it was computed
 * @param zones the time zone of each country, or of a part of it that differs
 * @param nations the parts of countries that have their own law, and so their own national calendar, such as {@code GB-SCT}
 * @param extraHolidays what the tables of holidays do not know
 * @param steps of guidelines, each a gate before a stage of a kind of work
 */
public record ClockRules(
        String version,
        Map<String, ZoneId> zones,
        Set<String> nations,
        List<ExtraHoliday> extraHolidays,
        List<ClockRule> rules,
        List<GuidelineStep> steps) {

    private static final Map<String, JollydayCalendar> TABLES = new ConcurrentHashMap<>();

    public ClockRules {
        zones = Map.copyOf(zones);
        nations = Set.copyOf(nations);
        extraHolidays = List.copyOf(extraHolidays);
        rules = List.copyOf(rules);
        steps = List.copyOf(steps);
        if (version.isBlank()) {
            throw new IllegalArgumentException("A rule document has a version");
        }
        requireDistinct(rules.stream().map(ClockRule::code));
        requireDistinct(steps.stream().map(GuidelineStep::code));
        if (!zones.keySet()
                .containsAll(nations.stream().map(ClockRules::country).toList())) {
            throw new IllegalArgumentException("A nation lies in a country that has a time zone");
        }
        var codes = rules.stream().map(ClockRule::code).toList();
        if (rules.stream()
                .anyMatch(
                        rule -> !codes.containsAll(rule.handling().exceptions().values()))) {
            throw new IllegalArgumentException("An exception leads to a rule that is not there");
        }
    }

    /** The rules that come with Waymark. */
    public static ClockRules shipped() {
        return RulesReader.readShipped(RulesReader.NEWEST);
    }

    /** The document that came with Waymark under a version, as it is written, as JSON. */
    public static Optional<String> shippedDocument(String version) {
        return RulesReader.VERSIONS.contains(version) ? Optional.of(RulesReader.shipped(version)) : Optional.empty();
    }

    /** The rules that came with Waymark under a version, the present one or an earlier one. */
    public static Optional<ClockRules> shipped(String version) {
        return shippedDocument(version).map(RulesReader::read);
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

    /** The rule of a place that ends on this, such as {@code -DEC}: of the place itself, else of its country, else of any. */
    public Optional<ClockRule> closest(String place, String ending) {
        return holdingIn(place).stream()
                .filter(rule -> rule.code().endsWith(ending))
                .max(Comparator.comparingInt(rule -> closeness(rule.jurisdiction())));
    }

    /** What a guideline of a place demands of a kind of work. */
    public List<GuidelineStep> steps(String place, String work) {
        return steps.stream()
                .filter(step -> step.work().equals(work) && step.holdsIn(place))
                .toList();
    }

    /**
     * The nation in which a place lies: {@code GB-ENG} of {@code GB-ENG-LDS}, {@code DE} of {@code DE-BY}. Clocks know
     * nothing smaller, so that no due date tells a region (architecture, invariant 10).
     */
    public String nationOf(String place) {
        return nations.stream()
                .filter(nation -> ClockRule.holds(nation, place))
                .findFirst()
                .orElseGet(() -> country(place));
    }

    /** The national calendar of a place, known or not: then a due date is early and never late. */
    public HolidayCalendar nationalCalendar(String place) {
        return zones.containsKey(country(place)) ? calendar(nationOf(place)) : new WeekendCalendar();
    }

    /**
     * The calendar by which the authorities of a place work.
     *
     * @param place a country or part of one in ISO 3166 codes, such as {@code FR} or {@code GB-ENG}
     * @throws IllegalArgumentException for a place whose zone or holidays are unknown
     */
    public HolidayCalendar calendar(String place) {
        var zone = Optional.ofNullable(zones.get(place))
                .or(() -> Optional.ofNullable(zones.get(country(place))))
                .orElseThrow(() -> new IllegalArgumentException("No time zone for " + place));
        var extra = extraHolidays.stream()
                .filter(one -> ClockRule.holds(one.place(), place))
                .toList();
        return new ExtendedCalendar(
                TABLES.computeIfAbsent(place + "@" + zone, key -> JollydayCalendar.of(place, zone)), extra);
    }

    private static int closeness(String jurisdiction) {
        return jurisdiction.equals("ANY") ? 0 : jurisdiction.length();
    }

    private static String country(String place) {
        return place.split("-", 2)[0];
    }

    private static void requireDistinct(Stream<String> codes) {
        var all = codes.toList();
        if (Set.copyOf(all).size() != all.size()) {
            throw new IllegalArgumentException("Two rules or steps of a document share a code");
        }
    }
}
