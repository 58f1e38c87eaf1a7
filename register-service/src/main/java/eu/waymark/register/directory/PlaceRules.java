package eu.waymark.register.directory;

import eu.waymark.platform.persistence.clock.RulesInForce;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.register.change.Changeable;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes what places decide about their measures; a rule from a later day on ends the one before it. */
@Singleton
class PlaceRules implements Changeable<PlaceRuleView> {

    private static final String SELECT = "select place, ended_months, first_review, later_review, unborn_review,"
            + " birth_review, valid_from, valid_to, version from place_rule order by place, valid_from";
    private static final String END =
            "update place_rule set valid_to = ?, version = version + 1 where place = ? and valid_from < ?"
                    + " and (valid_to is null or valid_to > ?)";
    private static final String PUT =
            "insert into place_rule (ended_months, first_review, later_review, unborn_review, birth_review, valid_to,"
                    + " place, valid_from) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (place, valid_from) do update set"
                    + " ended_months = excluded.ended_months, first_review = excluded.first_review,"
                    + " later_review = excluded.later_review, unborn_review = excluded.unborn_review,"
                    + " birth_review = excluded.birth_review, valid_to = excluded.valid_to,"
                    + " version = place_rule.version + 1";

    private final AgroalDataSource database;
    private final RulesInForce inForce;

    PlaceRules(AgroalDataSource database, RulesInForce inForce) {
        this.database = database;
        this.inForce = inForce;
    }

    private record Row(PlaceRuleView view, int version) {}

    @Override
    public String kind() {
        return "place-rule";
    }

    @Override
    public Class<PlaceRuleView> type() {
        return PlaceRuleView.class;
    }

    @Override
    public Optional<Standing<PlaceRuleView>> standing(String place, PlaceRuleView wanted) {
        var rows = of(place);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Standing<>(on(rows, wanted.validFrom()).orElse(null), version(rows)));
    }

    @Override
    public void check(String place, PlaceRuleView wanted) {
        Validity.require(wanted.validFrom(), wanted.validTo());
        var codes = Map.of(
                "firstReview", wanted.firstReview(),
                "laterReview", wanted.laterReview(),
                "unbornReview", wanted.unbornReview(),
                "birthReview", wanted.birthReview());
        var clocks = inForce.now();
        codes.forEach((field, code) -> {
            if (clocks.find(code).isEmpty()) {
                throw wrong(field, "is not a clock rule");
            }
        });
        var reaches = of(place).stream()
                .map(row -> row.view().validFrom())
                .filter(from -> from.isAfter(wanted.validFrom()))
                .anyMatch(from -> wanted.validTo() == null || wanted.validTo().isAfter(from));
        if (reaches) {
            throw wrong("validTo", "must not reach into a later rule");
        }
    }

    @Override
    public void put(String place, PlaceRuleView wanted) {
        try (var connection = database.getConnection();
                var end = connection.prepareStatement(END);
                var put = connection.prepareStatement(PUT)) {
            end.setObject(1, wanted.validFrom());
            end.setString(2, place);
            end.setObject(3, wanted.validFrom());
            end.setObject(4, wanted.validFrom());
            end.executeUpdate();
            put.setInt(1, wanted.endedMonths());
            put.setString(2, wanted.firstReview());
            put.setString(3, wanted.laterReview());
            put.setString(4, wanted.unbornReview());
            put.setString(5, wanted.birthReview());
            put.setObject(6, wanted.validTo());
            put.setString(7, place);
            put.setObject(8, wanted.validFrom());
            put.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("A rule of a place could not be written", failed);
        }
    }

    /** Those in force on a day, by place. */
    List<PlaceRuleView> on(LocalDate day) {
        return rows().stream()
                .map(Row::view)
                .filter(view -> Validity.covers(view.validFrom(), view.validTo(), day))
                .sorted(Comparator.comparing(view -> String.valueOf(view.code())))
                .toList();
    }

    /** The rule of a place on a day, and the version of what the place says. */
    DirectoryLists.Versioned<PlaceRuleView> of(String place, LocalDate day) {
        var rows = of(place);
        return on(rows, day)
                .map(view -> new DirectoryLists.Versioned<>(view, version(rows)))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("This place has no rule of its own on that day."));
    }

    private static Optional<PlaceRuleView> on(List<Row> rows, LocalDate day) {
        return rows.stream()
                .map(Row::view)
                .filter(view -> Validity.covers(view.validFrom(), view.validTo(), day))
                .findFirst();
    }

    /** Goes up with each change, since no row ever goes. */
    private static int version(List<Row> rows) {
        return rows.stream().mapToInt(row -> row.version() + 1).sum();
    }

    private List<Row> of(String place) {
        return rows().stream().filter(row -> place.equals(row.view().code())).toList();
    }

    private List<Row> rows() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT);
                var rows = select.executeQuery()) {
            var all = new ArrayList<Row>();
            while (rows.next()) {
                var view = new PlaceRuleView(
                        rows.getString(1),
                        rows.getInt(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6),
                        rows.getObject(7, LocalDate.class),
                        rows.getObject(8, LocalDate.class));
                all.add(new Row(view, rows.getInt(9)));
            }
            return all;
        } catch (SQLException failed) {
            throw new IllegalStateException("The rules of places could not be read", failed);
        }
    }

    private static ProblemException wrong(String field, String message) {
        return CommonProblem.INVALID_FIELDS
                .because("Name clock rules that there are, and days that fit.")
                .at(field, message);
    }
}
