package eu.waymark.matching.blocking;

import java.util.List;

/**
 * What a key combines. A key whose bucket grows too large is replaced by longer ones that add the next element, until
 * no element is left.
 */
public enum KeyType {
    /** A document: type, issuer and number. */
    DOCUMENT,
    /** A day and one word. */
    DAY(Element.SEX, Element.NATIONALITY),
    /** Two words of one name. */
    PAIR(Element.YEAR, Element.SEX, Element.MONTH),
    /** A lexicon group and another word of the same name: diminutives. */
    GROUP(Element.YEAR, Element.SEX, Element.MONTH),
    /** A day and the first sounds of two words: a slip in each word. */
    INITIALS(Element.SEX, Element.NATIONALITY),
    /** One word. */
    WORD(Element.YEAR, Element.MONTH, Element.SEX, Element.NATIONALITY);

    private final List<Element> refinements;

    KeyType(Element... refinements) {
        this.refinements = List.of(refinements);
    }

    /** What longer forms add, in order. */
    public List<Element> refinements() {
        return refinements;
    }
}
