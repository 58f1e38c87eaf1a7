package eu.waymark.audit.log;

/** What can be searched, which follows the log. */
@FunctionalInterface
interface ReadModel {

    /** Takes leaves that the log has just made durable; called by the one writer, in order. */
    void follow(Projection added);
}
