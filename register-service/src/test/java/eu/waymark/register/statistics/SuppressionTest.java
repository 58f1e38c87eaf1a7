package eu.waymark.register.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.register.statistics.CountTable.Cell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * An attacker who knows everything that is published tries every table that agrees with it. What is left open for each
 * suppressed cell is what the attacker cannot know.
 */
class SuppressionTest {

    /** Small, so that every table can be tried; nothing in the method depends on the number. */
    private static final int SMALL_K = 3;

    @Property(tries = 100)
    void noSuppressedCellIsKnownToWithinKNumbersByWhoTriesEveryTable(
            @ForAll @IntRange(min = 1, max = 2) int rows,
            @ForAll @IntRange(min = 2, max = 3) int columns,
            @ForAll long seed) {
        // Given
        var table = table(rows, columns, 4, seed);

        // When
        var hidden = Suppression.of(table, SMALL_K);

        // Then
        assertSmallOnesAreHidden(table, hidden, SMALL_K);
        assertThat(hidden).allSatisfy(cell -> assertThat(attack(table, hidden, cell))
                .as("%s of %s", cell, List.of(table.counts()))
                .isGreaterThanOrEqualTo(SMALL_K));
    }

    @Property(tries = 300)
    void howFarACellCanMoveIsWhatAnAttackFinds(@ForAll @IntRange(min = 0, max = 511) int mask, @ForAll long seed) {
        // Given: any cells suppressed, well or badly
        var table = table(2, 2, 4, seed);
        var hidden = new HashSet<Cell>();
        IntStream.range(0, 9)
                .filter(bit -> (mask >> bit & 1) == 1)
                .forEach(bit -> hidden.add(new Cell(bit / 3, bit % 3)));

        // Then
        assertThat(hidden).allSatisfy(cell -> assertThat(Math.min(SMALL_K, attack(table, hidden, cell)))
                .as("%s of %s", cell, List.of(table.counts()))
                .isEqualTo(Freedom.of(cell, table, hidden, SMALL_K)));
    }

    @Property(tries = 60)
    void noSuppressedCellOfALargeTableIsKnownToWithinElevenNumbers(
            @ForAll @IntRange(min = 1, max = 30) int rows,
            @ForAll @IntRange(min = 0, max = 60) int most,
            @ForAll long seed) {
        var table = table(rows, 3, most, seed);
        var hidden = Suppression.of(table, 11);
        assertSmallOnesAreHidden(table, hidden, 11);
        assertThat(hidden).allSatisfy(cell -> assertThat(Freedom.of(cell, table, hidden, 11))
                .isEqualTo(11));
    }

    /** The twin: what the attack finds where only small cells are suppressed. */
    @Test
    void aSmallCellSuppressedAloneIsComputedFromTheTotals() {
        var table = CountTable.of(List.of("a", "b"), List.of("x", "y"), new int[][] {{1, 5}, {4, 6}});
        var alone = Set.of(new Cell(0, 0));
        assertThat(attack(table, alone, new Cell(0, 0))).isZero();
        assertThat(Freedom.of(new Cell(0, 0), table, alone, SMALL_K)).isZero();
        assertThat(Suppression.of(table, SMALL_K)).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aTableWithoutSmallNumbersIsPublishedWhole() {
        var table = CountTable.of(List.of("a", "b"), List.of("x", "y"), new int[][] {{0, 15}, {14, 60}});
        assertThat(Suppression.of(table, 11)).isEmpty();
    }

    @Test
    void whereNothingElseHelpsTheWholeTableIsWithheld() {
        var table = CountTable.of(List.of("a"), List.of("x"), new int[][] {{5}});
        assertThat(Suppression.of(table, 11)).hasSize(4);
    }

    private static void assertSmallOnesAreHidden(CountTable table, Set<Cell> hidden, int k) {
        for (int row = 0; row < table.height(); row++) {
            for (int column = 0; column < table.width(); column++) {
                if (table.counts()[row][column] > 0 && table.counts()[row][column] < k) {
                    assertThat(hidden).contains(new Cell(row, column));
                }
            }
        }
    }

    private static CountTable table(int rows, int columns, int most, long seed) {
        var random = new Random(seed);
        var inner = new int[rows][columns];
        for (var row : inner) {
            for (int column = 0; column < columns; column++) {
                row[column] = random.nextInt(most + 1);
            }
        }
        return CountTable.of(names("r", rows), names("c", columns), inner);
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    /** Tries every table whose numbers reach a little further than the true ones; between which two the cell lies. */
    private static int attack(CountTable table, Set<Cell> hidden, Cell cell) {
        var rows = table.rows().size();
        var columns = table.columns().size();
        var inner = new ArrayList<int[]>();
        for (int row = 0; row < rows; row++) {
            inner.add(new int[columns]);
        }
        var range = new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE};
        fill(table, hidden, cell, inner.toArray(int[][]::new), 0, range);
        return range[1] - range[0];
    }

    private static void fill(CountTable table, Set<Cell> hidden, Cell cell, int[][] inner, int at, int[] range) {
        var columns = table.columns().size();
        if (at == table.rows().size() * columns) {
            var tried = CountTable.of(table.rows(), table.columns(), inner);
            if (agrees(table, tried, hidden)) {
                range[0] = Math.min(range[0], tried.at(cell));
                range[1] = Math.max(range[1], tried.at(cell));
            }
            return;
        }
        var place = new Cell(at / columns, at % columns);
        var low = hidden.contains(place) ? 0 : table.at(place);
        var high = hidden.contains(place) ? table.at(place) + SMALL_K : table.at(place);
        for (int value = low; value <= high; value++) {
            inner[place.row()][place.column()] = value;
            fill(table, hidden, cell, inner, at + 1, range);
        }
    }

    private static boolean agrees(CountTable table, CountTable tried, Set<Cell> hidden) {
        for (int row = 0; row < table.height(); row++) {
            for (int column = 0; column < table.width(); column++) {
                var place = new Cell(row, column);
                if (!hidden.contains(place) && table.at(place) != tried.at(place)) {
                    return false;
                }
            }
        }
        return true;
    }
}
