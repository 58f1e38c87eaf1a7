package eu.waymark.identity.mirror;

import eu.waymark.identity.demographics.Demographics;
import java.util.Map;
import java.util.Set;

/** Something in memory that is made of all person records. It is filled again after each start. */
public interface Mirrored {

    /** Whether it is wanted: nobody decrypts a register for nothing. */
    boolean isOn();

    /**
     * Takes a batch of changes; never called by two threads at once. The same change may come again.
     *
     * @param come records that are new or have changed, by their number
     * @param gone numbers of records that are there no more
     */
    void change(Map<Integer, Demographics> come, Set<Integer> gone);

    /** Lets go of everything: the database is another one, and the numbers may be others' there. */
    void forget();
}
