package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.OneConnection;
import eu.waymark.audit.review.ReviewRate;
import eu.waymark.log.note.VerifierKey;
import eu.waymark.log.verifier.LogVerifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

/** How fast a whole log is checked: by an auditor from files, every entry read, and by the service from its own tables. */
final class VerifyRate {

    private static final int TIMES = 5;

    private VerifyRate() {}

    /** Leaves a second, medians. */
    record Rates(double verifier, double review) {}

    /** @param owner of the tables of the log */
    static Rates measure(Connection owner, Tree tree, LogKey key, Path folder) throws SQLException, IOException {
        var size = tree.size();
        new LogFolder(new OneConnection(owner), folder).write(key.sign(size, tree.root(size)));
        var verifier = new ArrayList<Double>();
        var review = new ArrayList<Double>();
        for (var time = 0; time <= TIMES; time++) {
            var begin = System.nanoTime();
            verify(folder, key.verifier());
            var checked = size * 1e9 / (System.nanoTime() - begin);
            var reviewed = ReviewRate.measure(owner);
            System.err.printf("verified %,9.0f leaves/s, reviewed %,9.0f leaves/s of %,d%n", checked, reviewed, size);
            if (time > 0) {
                verifier.add(checked);
                review.add(reviewed);
            }
        }
        return new Rates(AppendRate.median(verifier), AppendRate.median(review));
    }

    private static void verify(Path folder, VerifierKey key) {
        var verifier = LogVerifier.commandLine();
        verifier.setOut(new PrintWriter(Writer.nullWriter()));
        if (verifier.execute("verify", folder.toString(), "--key", key.encoded(), "--entries") != 0) {
            throw new IllegalStateException("The log of this run is not verified");
        }
    }
}
