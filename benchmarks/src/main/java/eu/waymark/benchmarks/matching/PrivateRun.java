package eu.waymark.benchmarks.matching;

import eu.waymark.benchmarks.matching.Crowd.Question;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.clk.ClkEncoder;
import eu.waymark.matching.clk.ClkKey;
import eu.waymark.matching.clk.EncodingResult.Encoded;
import eu.waymark.matching.clk.PrivateMatcher;
import eu.waymark.matching.clk.PrivateMatcher.Answer;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Private questions about a crowd of which only encodings are known, folded to 512 bits, on one processor. */
final class PrivateRun {

    private static final int WARM_UP = 2_000;
    private static final int QUESTIONS = 8_000;

    private final Crowd crowd;
    private final ClkKey key;
    private final PrivateMatcher matcher;
    private final Histogram nanos = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);

    PrivateRun(Crowd crowd) throws InterruptedException {
        this.crowd = crowd;
        byte[] secret = new byte[ClkKey.MIN_SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        this.key = ClkKey.of(secret, "benchmark");
        var builder = new PrivateMatcher.Builder(true);
        var workers = new Thread[Runtime.getRuntime().availableProcessors()];
        for (int i = 0; i < workers.length; i++) {
            int first = i;
            workers[i] = Thread.ofPlatform().start(() -> fill(builder, first, workers.length));
        }
        for (Thread worker : workers) {
            worker.join();
        }
        this.matcher = builder.build();
    }

    /** An encoder each, the builder in turn. */
    private void fill(PrivateMatcher.Builder builder, int first, int step) {
        var encoder = new ClkEncoder(key);
        for (int number = first; number < crowd.size(); number += step) {
            if (encoder.encode(crowd.person(number)) instanceof Encoded encoded) {
                synchronized (builder) {
                    builder.add(number, encoded);
                }
            }
        }
    }

    double bytesOfPerson() {
        return matcher.bytes() / (double) crowd.size();
    }

    /** Asks about people of the crowd, or about as many strangers; returns the answers by kind. */
    Map<Answer, Integer> ask(Question[] questions, boolean strangers) {
        var encoder = new ClkEncoder(key);
        Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
        nanos.reset();
        for (int i = 0; i < Math.min(QUESTIONS, questions.length); i++) {
            Demographics asked = strangers ? crowd.person((long) crowd.size() + i) : questions[i].asked();
            if (encoder.question(asked) instanceof Encoded encoded) {
                long start = System.nanoTime();
                Answer answer = matcher.ask(encoded);
                if (i >= WARM_UP) {
                    nanos.recordValue(System.nanoTime() - start);
                    answers.merge(answer, 1, Integer::sum);
                }
            }
        }
        return answers;
    }

    /** Milliseconds that so many percent of the last answers did not exceed. */
    double percentile(double percent) {
        return nanos.getValueAtPercentile(percent) / 1e6;
    }
}
