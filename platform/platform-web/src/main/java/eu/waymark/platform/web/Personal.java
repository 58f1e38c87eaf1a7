package eu.waymark.platform.web;

/**
 * Marks a type that holds personal data. Such a type overrides {@code toString} so that no log line, error or trace
 * can carry the data by accident; an architecture rule checks it.
 */
public interface Personal {

    /** The one permitted rendering of personal data in text. */
    String REDACTED = "[personal data]";
}
