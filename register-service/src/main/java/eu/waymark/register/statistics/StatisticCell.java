package eu.waymark.register.statistics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One published number, or that it is suppressed. */
@Entity
@Table(name = "statistic_cell")
@IdClass(StatisticCell.Key.class)
class StatisticCell {

    /** Where it stands. */
    record Key(UUID releaseId, String country, String commonClass, String harm, String ageStatus)
            implements Serializable {}

    @Id
    @Column(name = "release_id")
    UUID releaseId = new UUID(0, 0);

    @Id
    String country = "";

    @Id
    @Column(name = "common_class")
    String commonClass = "";

    @Id
    String harm = "";

    @Id
    @Column(name = "age_status")
    String ageStatus = "";

    /** Nothing where it is suppressed. */
    @Nullable
    Integer children;

    static StatisticCell of(UUID release, String country, String commonClass, String harm, String ageStatus) {
        var cell = new StatisticCell();
        cell.releaseId = release;
        cell.country = country;
        cell.commonClass = commonClass;
        cell.harm = harm;
        cell.ageStatus = ageStatus;
        return cell;
    }
}
