package eu.waymark.matching.name;

/** What the lexicon says about two words, closest first. */
public enum NameRelation {
    /** Spellings of one name of one language. */
    SAME_NAME,
    /** One is short for the other, or both are short for one name. */
    SHORT_FORM,
    /** The same name in two languages. */
    COGNATE,
    /** Both are names in their own right, and not the same. */
    OTHER_NAME,
    /** The lexicon does not know both. */
    UNKNOWN
}
