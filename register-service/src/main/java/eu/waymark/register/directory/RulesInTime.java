package eu.waymark.register.directory;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.register.change.Changeable;
import io.agroal.api.AgroalDataSource;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes rules of places that hold from a day on; one from a later day on ends the one before it. */
abstract class RulesInTime<V extends Record & RulesInTime.Rule> implements Changeable<V> {

    /** A rule of a place, and when it holds. */
    interface Rule {

        @Nullable
        String code();

        LocalDate validFrom();

        @Nullable
        LocalDate validTo();
    }

    private final AgroalDataSource database;
    private final String select;
    private final String end;
    private final String put;
    private final int columns;

    /** @param columns of the table but {@code place}, {@code valid_from}, {@code valid_to} and {@code version} */
    RulesInTime(AgroalDataSource database, String table, List<String> columns) {
        this.database = database;
        this.columns = columns.size();
        var names = String.join(", ", columns);
        select = "select place, valid_from, valid_to, version, " + names + " from " + table
                + " order by place, valid_from";
        end = "update " + table + " set valid_to = ?, version = version + 1 where place = ? and valid_from < ?"
                + " and (valid_to is null or valid_to > ?)";
        var set = new StringBuilder();
        columns.forEach(
                name -> set.append(name).append(" = excluded.").append(name).append(", "));
        put = "insert into " + table + " (" + names + ", valid_to, place, valid_from) values ("
                + "?, ".repeat(columns.size()) + "?, ?, ?) on conflict (place, valid_from) do update set " + set
                + "valid_to = excluded.valid_to, version = " + table + ".version + 1";
    }

    /** Reads a rule from a row that has its columns by their names. */
    abstract V read(ResultSet row) throws SQLException;

    /** Sets the own columns of a rule, from the first on. */
    abstract void write(V rule, PreparedStatement statement) throws SQLException;

    private record Row<V>(V view, int version) {}

    @Override
    public Optional<Standing<V>> standing(String place, V wanted) {
        var rows = of(place);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Standing<>(on(rows, wanted.validFrom()).orElse(null), version(rows)));
    }

    @Override
    public void check(String place, V wanted) {
        Validity.require(wanted.validFrom(), wanted.validTo());
        var reaches = of(place).stream()
                .map(row -> row.view().validFrom())
                .filter(from -> from.isAfter(wanted.validFrom()))
                .anyMatch(from -> wanted.validTo() == null || from.isBefore(wanted.validTo()));
        if (reaches) {
            throw wrong("validTo", "must not reach into a later rule");
        }
    }

    @Override
    public void put(String place, V wanted) {
        try (var connection = database.getConnection();
                var ending = connection.prepareStatement(end);
                var putting = connection.prepareStatement(put)) {
            ending.setObject(1, wanted.validFrom());
            ending.setString(2, place);
            ending.setObject(3, wanted.validFrom());
            ending.setObject(4, wanted.validFrom());
            ending.executeUpdate();
            write(wanted, putting);
            putting.setObject(columns + 1, wanted.validTo());
            putting.setString(columns + 2, place);
            putting.setObject(columns + 3, wanted.validFrom());
            putting.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("A rule of a place could not be written", failed);
        }
    }

    /** Those in force on a day, by place. */
    List<V> on(LocalDate day) {
        return rows().stream()
                .map(Row::view)
                .filter(view -> Validity.covers(view.validFrom(), view.validTo(), day))
                .sorted(Comparator.comparing(view -> String.valueOf(view.code())))
                .toList();
    }

    /** The rule of a place on a day, and the version of what the place says. */
    DirectoryLists.Versioned<V> of(String place, LocalDate day) {
        var rows = of(place);
        return on(rows, day)
                .map(view -> new DirectoryLists.Versioned<>(view, version(rows)))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("This place has no rule of its own on that day."));
    }

    private Optional<V> on(List<Row<V>> rows, LocalDate day) {
        return rows.stream()
                .map(Row::view)
                .filter(view -> Validity.covers(view.validFrom(), view.validTo(), day))
                .findFirst();
    }

    /** Goes up with each change, since no row ever goes. */
    private static int version(List<? extends Row<?>> rows) {
        return rows.stream().mapToInt(row -> row.version() + 1).sum();
    }

    private List<Row<V>> of(String place) {
        return rows().stream().filter(row -> place.equals(row.view().code())).toList();
    }

    private List<Row<V>> rows() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(select);
                var rows = query.executeQuery()) {
            var all = new ArrayList<Row<V>>();
            while (rows.next()) {
                all.add(new Row<>(read(rows), rows.getInt("version")));
            }
            return all;
        } catch (SQLException failed) {
            throw new IllegalStateException("The rules of places could not be read", failed);
        }
    }

    static ProblemException wrong(String field, String message) {
        return CommonProblem.INVALID_FIELDS
                .because("Name clock rules that there are, and days that fit.")
                .at(field, message);
    }
}
