package eu.waymark.platform.persistence.metric;

/**
 * What waits in a service's database.
 *
 * @param factsWaiting age in seconds of the oldest fact that some subscriber has not taken; 0 when all have
 * @param deadLetters facts that a subscriber refused for good
 * @param checkpointAge seconds since this service last verified a checkpoint of the audit log; 0 before the first
 */
record Backlog(double factsWaiting, double deadLetters, double checkpointAge) {

    static final Backlog NONE = new Backlog(0, 0, 0);
}
