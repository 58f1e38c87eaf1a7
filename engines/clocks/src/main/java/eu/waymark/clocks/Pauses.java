package eu.waymark.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** When a clock stood still; pauses may overlap. */
record Pauses(List<Pause> all) {

    Pauses {
        all = all.stream().sorted(Comparator.comparing(Pause::from)).toList();
    }

    boolean holdBefore(Instant moment) {
        return all.stream().anyMatch(pause -> pause.holdsBefore(moment));
    }

    /** When a clock that starts then has run for so long. */
    Instant after(Instant start, Duration running) {
        var at = start;
        var left = running;
        for (var pause : all) {
            var ran = pause.from().isAfter(at) ? Duration.between(at, pause.from()) : Duration.ZERO;
            if (ran.compareTo(left) >= 0) {
                break;
            }
            if (pause.until().isAfter(at)) {
                left = left.minus(ran);
                at = pause.until();
            }
        }
        return at.plus(left);
    }
}
