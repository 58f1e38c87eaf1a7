package eu.waymark.register.webhook;

import org.jspecify.annotations.Nullable;

/** What came of an attempt to deliver. */
record Answer(Outcome outcome, @Nullable Integer status) {

    private static final int GONE = 410;

    /** Only 2xx is an acceptance; a redirect is not followed, since nobody has checked where it leads. */
    enum Outcome {
        ACCEPTED("accepted"),
        REFUSED("refused"),
        REDIRECTED("redirected"),
        /** The receiver wants nothing more (Standard Webhooks: 410 disables the endpoint). */
        GONE("gone"),
        TIMED_OUT("timed-out"),
        UNREACHABLE("unreachable"),
        UNSAFE_DESTINATION("unsafe-destination");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    static Answer of(int status) {
        var outcome =
                switch (status / 100) {
                    case 2 -> Outcome.ACCEPTED;
                    case 3 -> Outcome.REDIRECTED;
                    default -> status == GONE ? Outcome.GONE : Outcome.REFUSED;
                };
        return new Answer(outcome, status);
    }

    static Answer none(Outcome outcome) {
        return new Answer(outcome, null);
    }

    boolean isAccepted() {
        return outcome == Outcome.ACCEPTED;
    }
}
