package eu.waymark.register.directory;

import jakarta.persistence.EntityManager;
import java.util.function.Supplier;

/** What is kept under a code, or a new thing for it. */
final class Stored {

    private Stored() {}

    static <E> E orNew(EntityManager entities, Class<E> type, String code, Supplier<E> fresh) {
        var found = entities.find(type, code);
        return found == null ? fresh.get() : found;
    }
}
