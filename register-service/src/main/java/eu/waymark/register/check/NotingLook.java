package eu.waymark.register.check;

import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.register.look.Looks;
import eu.waymark.register.lookup.ProtectedLooks;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Notes that the asker of a check has found a child: for the holder to know, or not. */
@Singleton
class NotingLook {

    private final Looks looks;
    private final ProtectedLooks protectedLooks;
    private final CurrentCaller caller;
    private final CurrentAccess access;

    NotingLook(Looks looks, ProtectedLooks protectedLooks, CurrentCaller caller, CurrentAccess access) {
        this.looks = looks;
        this.protectedLooks = protectedLooks;
        this.caller = caller;
        this.access = access;
    }

    void note(boolean isProtected, UUID entryId, UUID child, String holder) {
        var purpose = String.valueOf(access.get().purpose());
        if (isProtected) {
            protectedLooks.confirmed(entryId, child, holder, caller.get(), purpose);
        } else {
            looks.confirmed(entryId, child, holder, caller.get(), purpose);
        }
    }
}
