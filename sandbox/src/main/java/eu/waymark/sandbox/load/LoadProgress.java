package eu.waymark.sandbox.load;

/** Watches the loading; called from several threads. */
@FunctionalInterface
public interface LoadProgress {

    /** So many of so many are there. */
    void at(int done, int total);
}
