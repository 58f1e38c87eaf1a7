package eu.waymark.register.directory;

import eu.waymark.platform.persistence.clock.RulesInForce;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Changes what places decide about their measures. */
@Singleton
class PlaceRules extends RulesInTime<PlaceRuleView> {

    private static final List<String> COLUMNS =
            List.of("ended_months", "first_review", "later_review", "unborn_review", "birth_review");

    private final RulesInForce inForce;

    PlaceRules(AgroalDataSource database, RulesInForce inForce) {
        super(database, "place_rule", COLUMNS);
        this.inForce = inForce;
    }

    @Override
    public String kind() {
        return "place-rule";
    }

    @Override
    public Class<PlaceRuleView> type() {
        return PlaceRuleView.class;
    }

    @Override
    public void check(String place, PlaceRuleView wanted) {
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
        super.check(place, wanted);
    }

    @Override
    PlaceRuleView read(ResultSet row) throws SQLException {
        return new PlaceRuleView(
                row.getString("place"),
                row.getInt("ended_months"),
                row.getString("first_review"),
                row.getString("later_review"),
                row.getString("unborn_review"),
                row.getString("birth_review"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    @Override
    void write(PlaceRuleView rule, PreparedStatement statement) throws SQLException {
        statement.setInt(1, rule.endedMonths());
        statement.setString(2, rule.firstReview());
        statement.setString(3, rule.laterReview());
        statement.setString(4, rule.unbornReview());
        statement.setString(5, rule.birthReview());
    }
}
