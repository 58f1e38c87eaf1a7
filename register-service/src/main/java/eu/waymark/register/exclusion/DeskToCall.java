package eu.waymark.register.exclusion;

import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.register.directory.DeskView;
import eu.waymark.register.directory.Directory;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Whom an asker is told to call about a child: never a desk that is kept from it, but the national one instead. */
@Singleton
public class DeskToCall {

    /** Of no country: whoever asks from there is told of the national desk. */
    private static final String ABROAD = "";

    private final Directory directory;
    private final Exclusions exclusions;
    private final CurrentCaller caller;

    DeskToCall(Directory directory, Exclusions exclusions, CurrentCaller caller) {
        this.directory = directory;
        this.exclusions = exclusions;
        this.caller = caller;
    }

    /** The desk of an agency for the caller about an entry. */
    public DeskView toCall(UUID entryId, String holder) {
        return directory.deskToCall(
                holder,
                exclusions.isOfDesks(holder, entryId) ? ABROAD : caller.get().country());
    }
}
