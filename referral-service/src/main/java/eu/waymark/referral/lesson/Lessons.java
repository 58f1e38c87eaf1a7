package eu.waymark.referral.lesson;

import eu.waymark.platform.web.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** All lessons: those published for everybody, any other for the agency that wrote it. */
@Singleton
class Lessons implements PanacheRepositoryBase<Lesson, UUID> {

    /** One condition of SQL with the parameters it names. */
    record Condition(String sql, Object... values) {}

    /** Newest first, one more than the page asks for. */
    @SuppressWarnings("unchecked")
    List<Lesson> find(LessonsQuery query, String agency, PageRequest page) {
        var conditions = new ArrayList<>(query.conditions(agency));
        page.after()
                .ifPresent(last -> conditions.add(new Condition("(listed_at, id) < (?, ?)", last.time(), last.id())));
        var where = conditions.stream().map(Condition::sql).collect(Collectors.joining(" and "));
        var select = getEntityManager()
                .createNativeQuery(
                        "select * from lesson where " + where + " order by listed_at desc, id desc", Lesson.class);
        var place = 0;
        for (var condition : conditions) {
            for (var value : condition.values()) {
                select.setParameter(++place, value);
            }
        }
        return select.setMaxResults(page.limit() + 1).getResultList();
    }
}
