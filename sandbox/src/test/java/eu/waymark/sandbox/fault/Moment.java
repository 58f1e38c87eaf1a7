package eu.waymark.sandbox.fault;

/** When a trap strikes. */
enum Moment {
    /** The client has sent the statement, and the server has not seen it. */
    SENT,
    /** The server has carried the statement out, and the client does not know. */
    ANSWERED
}
