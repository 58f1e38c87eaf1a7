package eu.waymark.sandbox.trial;

import java.time.Duration;

/**
 * How one request went.
 *
 * @param status of the answer; 0 when there was none
 * @param requestId the gateway's name for it, which its events carry; empty without an answer
 * @param after how long after the start of the load it was sent
 */
record Reply(int status, String requestId, Duration after, Duration took, String problem) {

    boolean acknowledged() {
        return status / 100 == 2;
    }
}
