package eu.waymark.register.directory;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** A desk to call: an agency's own duty desk, a country's national one, or a team that only its agency knows. */
@Entity
class Desk {

    static final String DUTY = "duty";
    static final String NATIONAL = "national";

    @Id
    String code = "";

    String agency = "";
    String name = "";
    String kind = DUTY;
    String phone = "";
    String email = "";

    /** In words; {@link #openings} says the same to a machine. */
    String hours = "";

    List<String> languages = List.of();

    @Column(name = "time_zone")
    @Nullable
    String timeZone;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "desk_hours", joinColumns = @JoinColumn(name = "desk"))
    Set<Opening> openings = new HashSet<>();

    @Column(name = "valid_from")
    @Nullable
    LocalDate validFrom;

    @Column(name = "valid_to")
    @Nullable
    LocalDate validTo;

    @Version
    int version;

    boolean isValidOn(LocalDate day) {
        return Validity.covers(validFrom, validTo, day);
    }

    /** Whether somebody answers now, by its weekly hours; public holidays are not known here. Null where it gives none. */
    @Nullable
    Boolean isOpen(Instant now) {
        if (timeZone == null || openings.isEmpty()) {
            return null;
        }
        var there = now.atZone(ZoneId.of(timeZone));
        return openings.stream().anyMatch(opening -> opening.covers(there.toLocalDateTime()));
    }
}
