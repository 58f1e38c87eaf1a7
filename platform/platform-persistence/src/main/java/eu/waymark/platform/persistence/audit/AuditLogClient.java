package eu.waymark.platform.persistence.audit;

import java.util.List;

/** The way to the audit log. */
@FunctionalInterface
public interface AuditLogClient {

    /**
     * Appends events of one source, in order. Sending the same ones again is harmless.
     *
     * @return the place of each event in the log
     * @throws AuditLogException when the log did not take them
     */
    List<Acknowledged> append(String source, int epoch, List<Numbered> events);

    /** An event with its dense number and its canonical bytes. */
    record Numbered(long seq, byte[] body) {}

    /** Where the log keeps an event. */
    record Acknowledged(long seq, long leafIndex) {}
}
