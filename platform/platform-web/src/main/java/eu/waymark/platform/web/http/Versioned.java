package eu.waymark.platform.web.http;

/** What is shown with the version it has, so that whoever changes it can say which one was seen. */
public interface Versioned {

    int version();
}
