package eu.waymark.matching.synthetic;

import java.util.List;

/**
 * A name as its bearers write it.
 *
 * @param own in the script of its origin
 * @param latin romanisations that agencies use, where no rule makes them; empty else
 */
record Word(String own, List<String> latin) {

    static Word of(String own) {
        return new Word(own, List.of());
    }
}
