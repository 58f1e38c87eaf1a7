package eu.waymark.platform.persistence.query;

import jakarta.persistence.EntityManager;
import org.hibernate.query.NativeQuery;

/**
 * SQL that answers a single column.
 *
 * <p>Hibernate keeps the plan of a query in SQL under its text and the shape of its answer. Where the answer is named as a
 * class that is no entity, that shape equals none that was kept before (its {@code ImplicitResultClassBuilder} knows no
 * equality): a plan is made each time, and looked for among all that were made before, so that a question takes the longer the
 * oftener it was asked. The shape of a row of any columns is equal to itself. {@code SuiteRules} holds everybody to this.
 */
public final class Column {

    private static final int ONLY = 0;

    private Column() {}

    /**
     * @param sql of one column
     * @param type which the driver gives that column
     * @throws ClassCastException as the answer is read, where it gives another
     */
    public static <T> NativeQuery<T> of(EntityManager database, String sql, Class<T> type) {
        return database.createNativeQuery(sql, Object[].class)
                .unwrap(NativeQuery.class)
                .setTupleTransformer((row, names) -> type.cast(row[ONLY]));
    }
}
