package eu.waymark.register.statistics;

import eu.waymark.register.statistics.CountTable.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * How far suppressed cells can be moved while everything that is published, and every total, stays as it is. Rows and columns
 * with their totals are a network: what one cell gains others of its row and column lose, so a move is a circulation (Cox,
 * "Network models for complementary cell suppression", JASA 1995). How far a cell can be moved is the most that flows, and
 * integer numbers flow as integers. A cell can grow without end and shrink to zero.
 */
final class Freedom {

    private static final int ENDLESS = 1 << 28;

    private final CountTable table;
    private final int most;
    private final Map<Long, Integer> capacity = new HashMap<>();

    /** @param most how far it is looked: whoever can move as far as this is free */
    private Freedom(CountTable table, Set<Cell> hidden, int most) {
        this.table = table;
        this.most = most;
        hidden.forEach(this::open);
    }

    /** How many numbers above the lowest possible one a cell may be, as far as anybody can compute; at most {@code most}. */
    static int of(Cell cell, CountTable table, Set<Cell> hidden, int most) {
        var up = new Freedom(table, hidden, most).flow(cell, true);
        return up >= most ? most : Math.min(most, up + new Freedom(table, hidden, most).flow(cell, false));
    }

    /**
     * The cells whose suppression, at the least loss, lets a cell grow further than it can; none where nothing would.
     *
     * @param hidden what is suppressed already
     */
    static List<Cell> wayUp(Cell cell, CountTable table, Set<Cell> hidden, int most) {
        var network = new Freedom(table, hidden, most);
        network.flow(cell, true);
        for (int row = 0; row < table.height(); row++) {
            for (int column = 0; column < table.width(); column++) {
                var other = new Cell(row, column);
                if (!hidden.contains(other)) {
                    network.open(other);
                }
            }
        }
        return network.path(cell, true, hidden).stream()
                .map(network::cell)
                .filter(step -> !hidden.contains(step))
                .toList();
    }

    private void open(Cell cell) {
        var row = cell.row();
        var column = table.height() + cell.column();
        var isOpposed = table.isOpposed(cell);
        capacity.put(arc(row, column), isOpposed ? table.at(cell) : ENDLESS);
        capacity.put(arc(column, row), isOpposed ? ENDLESS : table.at(cell));
    }

    /** How much of a cell's growth, or loss, the others can make up for. Takes its own arcs out of the network. */
    private int flow(Cell cell, boolean isGrowth) {
        capacity.remove(arc(cell.row(), table.height() + cell.column()));
        capacity.remove(arc(table.height() + cell.column(), cell.row()));
        var wanted = isGrowth ? most : Math.min(most, table.at(cell));
        int flown = 0;
        while (flown < wanted) {
            var path = path(cell, isGrowth, Set.of());
            if (path.isEmpty()) {
                return flown;
            }
            var step = path.stream().mapToInt(capacity::get).min().orElse(0);
            var pushed = Math.min(step, wanted - flown);
            path.forEach(arc -> push(arc, pushed));
            flown += pushed;
        }
        return flown;
    }

    private void push(long arc, int amount) {
        capacity.merge(arc, -amount, Integer::sum);
        capacity.merge(arc(to(arc), from(arc)), amount, Integer::sum);
    }

    /** The cheapest way that takes back in the others what the cell gains; suppressed cells cost nothing. */
    private List<Long> path(Cell cell, boolean isGrowth, Set<Cell> free) {
        var row = cell.row();
        var column = table.height() + cell.column();
        var isForward = isGrowth ^ table.isOpposed(cell);
        var start = isForward ? column : row;
        var end = isForward ? row : column;
        var costs = new HashMap<>(Map.of(start, 0L));
        var came = new HashMap<Integer, Long>();
        var queue = new PriorityQueue<>(Comparator.comparingLong((long[] node) -> node[1]));
        queue.add(new long[] {start, 0});
        while (!queue.isEmpty()) {
            var node = queue.poll();
            if (node[1] == costs.getOrDefault((int) node[0], Long.MAX_VALUE)) {
                visit((int) node[0], node[1], free, costs, came, queue);
            }
        }
        return walkBack(start, end, came);
    }

    private void visit(
            int from,
            long cost,
            Set<Cell> free,
            Map<Integer, Long> costs,
            Map<Integer, Long> came,
            PriorityQueue<long[]> queue) {
        var isRow = from < table.height();
        var first = isRow ? table.height() : 0;
        var last = isRow ? table.height() + table.width() : table.height();
        for (int to = first; to < last; to++) {
            var arc = arc(from, to);
            if (capacity.getOrDefault(arc, 0) > 0) {
                var next = cost + loss(arc, free);
                if (next < costs.getOrDefault(to, Long.MAX_VALUE)) {
                    costs.put(to, next);
                    came.put(to, arc);
                    queue.add(new long[] {to, next});
                }
            }
        }
    }

    /** What is lost by suppressing: the number itself; and a cell that could give only a little is a poor choice. */
    private long loss(long arc, Set<Cell> free) {
        var cell = cell(arc);
        if (free.contains(cell)) {
            return 0;
        }
        var isPoor = capacity.getOrDefault(arc, 0) < most;
        return 1L + table.at(cell) + (isPoor ? ENDLESS : 0);
    }

    private static List<Long> walkBack(int start, int end, Map<Integer, Long> came) {
        var path = new ArrayList<Long>();
        for (int node = end; node != start; ) {
            var arc = came.get(node);
            if (arc == null) {
                return List.of();
            }
            path.add(arc);
            node = from(arc);
        }
        return path;
    }

    private Cell cell(long arc) {
        var row = Math.min(from(arc), to(arc));
        var column = Math.max(from(arc), to(arc)) - table.height();
        return new Cell(row, column);
    }

    private static long arc(int from, int to) {
        return ((long) from << Integer.SIZE) | to;
    }

    private static int from(long arc) {
        return (int) (arc >> Integer.SIZE);
    }

    private static int to(long arc) {
        return (int) arc;
    }
}
