package eu.waymark.matching.name;

/**
 * One name that a word may stand for; a word may have several (Sasha).
 *
 * @param group the name in all languages (John, Ivan, Jean)
 * @param name number of the name in one language, with its spellings and short forms
 * @param shortForm whether the word is a diminutive or short form of the name
 * @param surname whether it is a family name; else a given name
 */
public record Sense(String group, int name, boolean shortForm, boolean surname) {

    /** Never shows the name. */
    @Override
    public String toString() {
        return "Sense[redacted]";
    }
}
