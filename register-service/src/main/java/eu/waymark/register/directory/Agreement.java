package eu.waymark.register.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What two countries have agreed to tell each other, on what legal basis, and from when to when. */
@Entity
class Agreement {

    @Id
    String id = "";

    @Column(name = "country_a")
    String countryA = "";

    @Column(name = "country_b")
    String countryB = "";

    String basis = "";
    String level = "";
    List<String> purposes = List.of();

    @Column(name = "valid_from")
    LocalDate validFrom = LocalDate.EPOCH;

    @Column(name = "valid_to")
    @Nullable
    LocalDate validTo;
}
