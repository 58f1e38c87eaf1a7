package eu.waymark.sandbox.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** So many requests a second, whether the answers to earlier ones have come or not. */
final class Load {

    private final Suite suite;
    private final List<Question> questions;

    Load(Suite suite, List<Question> questions) {
        this.suite = suite;
        this.questions = questions.stream()
                .flatMap(question -> Collections.nCopies(question.weight(), question).stream())
                .toList();
    }

    List<Reply> run(Pace pace) throws InterruptedException {
        long origin = System.nanoTime();
        List<Future<Reply>> sent = new ArrayList<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long number = 0; number < pace.requests(); number++) {
                long due = origin + pace.due(number);
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                // A step that shares no factor with two hundred mixes them evenly.
                Question question = questions.get((int) (number * 37 % questions.size()));
                sent.add(each.submit(() -> suite.send(question, origin)));
            }
        }
        List<Reply> replies = new ArrayList<>();
        for (Future<Reply> reply : sent) {
            replies.add(done(reply));
        }
        return replies;
    }

    private static Reply done(Future<Reply> reply) throws InterruptedException {
        try {
            return reply.get();
        } catch (ExecutionException e) {
            return new Reply(0, "", Duration.ZERO, Duration.ZERO, "no token: " + e.getCause());
        }
    }
}
