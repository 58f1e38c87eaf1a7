package eu.waymark.register.statistics;

import eu.waymark.register.statistics.CountTable.Cell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which cells of a table are not published: those that count some children but fewer than {@code k}, totals too (k = 11, as
 * CTDC publishes data on trafficking), and as many others as it takes so that nobody can compute, from all that is published,
 * any suppressed one to within fewer than {@code k} numbers. Where that cannot be had the whole table is withheld. A zero is
 * published as such, unless it helps to hide another.
 *
 * <p>It is guaranteed for one table by itself against who knows the table. It is not against who also knows some of the
 * children, nor against a comparison of several quarters.
 */
final class Suppression {

    private Suppression() {}

    static Set<Cell> of(CountTable table, int k) {
        var hidden = new HashSet<Cell>();
        for (var cell : cells(table)) {
            if (isSmall(table.at(cell), k)) {
                hidden.add(cell);
            }
        }
        for (var exposed = exposed(table, hidden, k); exposed.isPresent(); exposed = exposed(table, hidden, k)) {
            var more = Freedom.wayUp(exposed.get(), table, hidden, k);
            if (more.isEmpty()) {
                return Set.copyOf(cells(table));
            }
            hidden.addAll(more);
        }
        return Set.copyOf(hidden);
    }

    static boolean isSmall(int count, int k) {
        return count > 0 && count < k;
    }

    private static Optional<Cell> exposed(CountTable table, Set<Cell> hidden, int k) {
        return hidden.stream()
                .filter(cell -> Freedom.of(cell, table, hidden, k) < k)
                .findFirst();
    }

    private static List<Cell> cells(CountTable table) {
        var cells = new ArrayList<Cell>();
        for (int row = 0; row < table.height(); row++) {
            for (int column = 0; column < table.width(); column++) {
                cells.add(new Cell(row, column));
            }
        }
        return cells;
    }
}
