package eu.waymark.gateway.proxy;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * How long one exchange may take: so long for the body to arrive, then so long for the answer to begin. Runs on the
 * request's event loop only.
 */
final class Patience {

    private final Vertx vertx;
    private final Duration forBody;
    private final Duration forAnswer;
    private State state = State.UNTRIED;
    private Runnable giveUp = () -> {};
    private long timer;

    Patience(Vertx vertx, Duration forBody, Duration forAnswer) {
        this.vertx = vertx;
        this.forBody = forBody;
        this.forAnswer = forAnswer;
    }

    enum State {
        UNTRIED,
        AWAITING_BODY,
        AWAITING_ANSWER,
        LOST_ON_BODY,
        LOST_ON_ANSWER,
        OVER
    }

    State state() {
        return state;
    }

    void begin(Runnable giveUp) {
        this.giveUp = giveUp;
        await(State.AWAITING_BODY, forBody, State.LOST_ON_BODY);
    }

    void bodyHasArrived() {
        if (state == State.AWAITING_BODY) {
            vertx.cancelTimer(timer);
            await(State.AWAITING_ANSWER, forAnswer, State.LOST_ON_ANSWER);
        }
    }

    /** The answer has begun, or there will be none. */
    void end() {
        if (state == State.AWAITING_BODY || state == State.AWAITING_ANSWER) {
            vertx.cancelTimer(timer);
            state = State.OVER;
        }
    }

    private void await(State waiting, Duration atMost, State lost) {
        state = waiting;
        timer = vertx.setTimer(atMost.toMillis(), now -> {
            state = lost;
            giveUp.run();
        });
    }
}
