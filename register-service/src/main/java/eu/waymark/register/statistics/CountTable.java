package eu.waymark.register.statistics;

import java.util.List;

/**
 * Counts in rows and columns, with the totals of each row and column and of all: the last row and the last column.
 *
 * @param counts with totals, so one more than there are labels, each way
 */
record CountTable(List<String> rows, List<String> columns, int[][] counts) {

    static final String ALL = "all";

    /** @param inner without totals */
    static CountTable of(List<String> rows, List<String> columns, int[][] inner) {
        var counts = new int[rows.size() + 1][columns.size() + 1];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                var count = inner[row][column];
                counts[row][column] = count;
                counts[row][columns.size()] += count;
                counts[rows.size()][column] += count;
                counts[rows.size()][columns.size()] += count;
            }
        }
        return new CountTable(List.copyOf(rows), List.copyOf(columns), counts);
    }

    int height() {
        return counts.length;
    }

    int width() {
        return counts[0].length;
    }

    int at(Cell cell) {
        return counts[cell.row()][cell.column()];
    }

    /** A total of one kind counts against what it sums up; the total of all totals counts with it. */
    boolean isOpposed(Cell cell) {
        return cell.row() == height() - 1 ^ cell.column() == width() - 1;
    }

    /** A place in the table, totals included. */
    record Cell(int row, int column) {}
}
