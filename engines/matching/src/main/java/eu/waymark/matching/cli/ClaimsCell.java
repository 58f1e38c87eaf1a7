package eu.waymark.matching.cli;

import eu.waymark.matching.BirthDate;
import eu.waymark.matching.InvalidDemographicsException;
import java.util.ArrayList;
import java.util.List;

/** Births in a cell, several with {@code |} between them. */
final class ClaimsCell {

    private ClaimsCell() {}

    /**
     * The births that can be read: one bad date must not cost the child its comparison.
     *
     * @param unread where to add what is wrong with the others, without their values
     */
    static List<BirthDate> read(String field, String text, List<String> unread) {
        var births = new ArrayList<BirthDate>();
        for (String one : text.split("\\|")) {
            try {
                births.addAll(one.isBlank() ? List.of() : BirthDate.parseAll(field, one.strip()));
            } catch (InvalidDemographicsException bad) {
                unread.add(bad.getMessage() + "; compared as not known");
            }
        }
        return births;
    }
}
