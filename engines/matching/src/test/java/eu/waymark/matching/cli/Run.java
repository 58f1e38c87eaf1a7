package eu.waymark.matching.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** One run of the program, in process. */
record Run(int exitCode, String out, String err) {

    static Run of(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var commandLine =
                MatchingTool.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] texts = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int exitCode = commandLine.execute(texts);
        return new Run(exitCode, out.toString(), err.toString());
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
