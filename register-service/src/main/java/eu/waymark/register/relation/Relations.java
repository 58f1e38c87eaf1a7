package eu.waymark.register.relation;

import eu.waymark.access.Relationship;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Who works with which child. Only within audited work. */
@Singleton
public class Relations implements PanacheRepositoryBase<Relation, UUID> {

    /** What an agency that holds nothing of a child and was told nothing is to it. */
    public Relationship of(String agency, UUID personRecordId) {
        var works = count("personRecordId = ?1 and agency = ?2 and endedAt is null", personRecordId, agency) > 0;
        return works ? Relationship.REFERRAL : Relationship.NONE;
    }
}
