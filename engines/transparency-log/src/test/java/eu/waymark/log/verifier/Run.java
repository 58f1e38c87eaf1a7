package eu.waymark.log.verifier;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/** One run of the program. */
record Run(int exitCode, String out, String err) {

    static Run of(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        var exitCode = LogVerifier.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(texts);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
