package eu.waymark.platform.persistence.rotation;

/**
 * A table whose rows have a data key in the column {@code wrapped_key}, which the application may update. Every part is SQL
 * that a service's code fixes; nothing of it comes from outside.
 *
 * @param table or its guarded view
 * @param id the column of type uuid by which the rows are gone through; several rows may have one id
 * @param context the bytes that the key of a row was made for
 */
public record WrappedKeys(String table, String id, String context) {

    /** Keys that were made for a prefix and the id of their row. */
    public static WrappedKeys of(String table, String prefix) {
        return new WrappedKeys(table, "id", "convert_to('" + prefix + ":' || id, 'UTF8')");
    }

    /** The keys of the next ids, with those ids and contexts. */
    String next() {
        return "select %2$s, %3$s, wrapped_key from %1$s where wrapped_key is not null and %2$s in (select distinct %2$s from %1$s"
                        .formatted(table, id, context)
                + " where wrapped_key is not null and %s > ? order by %s limit ?) order by %s".formatted(id, id, id);
    }

    /** Replaces a key, unless somebody has replaced it meanwhile. */
    String replace() {
        return "update %s set wrapped_key = ? where %s = ? and wrapped_key = ?".formatted(table, id);
    }
}
