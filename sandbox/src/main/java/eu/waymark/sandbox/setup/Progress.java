package eu.waymark.sandbox.setup;

/** Tells a person how far the start has come. Implementations may be called from several threads. */
@FunctionalInterface
public interface Progress {

    /** One finished or begun step, in words. */
    void step(String text);

    /** For tests that do not watch. */
    static Progress silent() {
        return text -> {};
    }
}
