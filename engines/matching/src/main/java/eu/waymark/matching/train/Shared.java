package eu.waymark.matching.train;

/** Who else than the person itself has the same value: what relatives or neighbours share tells them apart from nobody. */
public enum Shared {
    /** Nobody else but by chance. */
    NOBODY,
    /** Twins. */
    TWINS,
    /** A family. */
    FAMILY,
    /** A family and its neighbours. */
    NEIGHBOURS
}
