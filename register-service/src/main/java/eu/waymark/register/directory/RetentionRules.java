package eu.waymark.register.directory;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Changes how long places keep what has ended. What has ended before keeps the rule of its day. */
@Singleton
class RetentionRules extends RulesInTime<RetentionRuleView> {

    private static final List<String> COLUMNS = List.of("months", "warn_days", "source", "confirmed");

    RetentionRules(AgroalDataSource database) {
        super(database, "retention_rule", COLUMNS);
    }

    @Override
    public String kind() {
        return "retention-rule";
    }

    @Override
    public Class<RetentionRuleView> type() {
        return RetentionRuleView.class;
    }

    @Override
    RetentionRuleView read(ResultSet row) throws SQLException {
        return new RetentionRuleView(
                row.getString("place"),
                row.getInt("months"),
                row.getInt("warn_days"),
                row.getString("source"),
                row.getBoolean("confirmed"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    @Override
    void write(RetentionRuleView rule, PreparedStatement statement) throws SQLException {
        statement.setInt(1, rule.months());
        statement.setInt(2, rule.warnDays());
        statement.setString(3, rule.source());
        statement.setBoolean(4, rule.confirmed());
    }
}
