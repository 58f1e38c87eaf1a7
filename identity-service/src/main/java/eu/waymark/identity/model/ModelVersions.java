package eu.waymark.identity.model;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All versions of the model, and which is in use. */
@ApplicationScoped
class ModelVersions implements PanacheRepositoryBase<ModelVersion, String> {

    /** The version in use since a moment. */
    record InUse(String version, Instant since) {}

    /** The latest, newest first. */
    List<ModelVersion> latest(int most) {
        return find("order by proposedAt desc, version desc").page(0, most).list();
    }

    /** None while the program's own model is in use. */
    Optional<InUse> inUse() {
        List<?> rows = getEntityManager()
                .createNativeQuery(
                        "select version, activated_at from model_activation order by order_no desc limit 1",
                        Object[].class)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new InUse((String) row[0], (Instant) row[1]))
                .findFirst();
    }

    void activate(String version, String by, Instant now) {
        getEntityManager()
                .createNativeQuery(
                        "insert into model_activation (version, activated_by, activated_at) values (:version, :by, :now)")
                .setParameter("version", version)
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate();
    }
}
