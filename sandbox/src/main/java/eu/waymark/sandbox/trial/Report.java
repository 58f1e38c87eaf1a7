package eu.waymark.sandbox.trial;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a load met, in a few lines for a person and a script. */
record Report(List<Reply> replies, Trail.Found found) {

    private static final int MOST_SHOWN = 10;

    List<Reply> failed() {
        return replies.stream().filter(reply -> !reply.acknowledged()).toList();
    }

    boolean lostNothing() {
        return found.missing().isEmpty() && found.twice() == 0;
    }

    void print(PrintWriter out) {
        List<Reply> failed = failed();
        List<Duration> times = replies.stream()
                .filter(Reply::acknowledged)
                .map(Reply::took)
                .sorted()
                .toList();
        out.printf(
                "requests %d, failed %d, acknowledged %d; answered in %s ms (half), %s ms (99 of 100), %s ms (all)%n",
                replies.size(), failed.size(), times.size(), part(times, .5), part(times, .99), part(times, 1));
        var reasons =
                new TreeMap<>(failed.stream().collect(Collectors.groupingBy(Reply::problem, Collectors.counting())));
        reasons.forEach((problem, count) -> out.printf("  failed %d times: %s%n", count, problem));
        failed.stream()
                .limit(MOST_SHOWN)
                .forEach(reply -> out.printf(
                        "  %s at %.1f s after %d ms%n",
                        reply.problem(),
                        reply.after().toMillis() / 1000.0,
                        reply.took().toMillis()));
        out.printf(
                "audit log: %d events of these requests, %d acknowledged requests without an event, %d events twice%n",
                found.events(), found.missing().size(), found.twice());
        out.flush();
    }

    private static String part(List<Duration> sorted, double part) {
        if (sorted.isEmpty()) {
            return "-";
        }
        int place = (int) Math.ceil(part * sorted.size()) - 1;
        return Long.toString(sorted.get(Math.max(0, place)).toMillis());
    }
}
