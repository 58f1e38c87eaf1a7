package eu.waymark.register.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** By which clocks the measures of a place are reviewed, from a day on. */
@Entity
@Table(name = "place_rule")
class PlaceRule {

    static final String ANY = "ANY";

    /** Which place, and since when. */
    @Embeddable
    record Key(String place, @Column(name = "valid_from") LocalDate validFrom) {}

    @EmbeddedId
    Key key = new Key(ANY, LocalDate.EPOCH);

    @Column(name = "first_review")
    String firstReview = "";

    @Column(name = "later_review")
    String laterReview = "";

    @Column(name = "unborn_review")
    String unbornReview = "";

    @Column(name = "birth_review")
    String birthReview = "";

    @Column(name = "valid_to")
    @Nullable
    LocalDate validTo;
}
