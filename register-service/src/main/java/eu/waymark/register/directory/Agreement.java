package eu.waymark.register.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What two countries, or two agencies of them, have agreed to tell each other, on what legal basis, and from when to when. */
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

    /** Where it is between agencies and not whole countries: the one of {@code countryA}. */
    @Column(name = "agency_a")
    @Nullable
    String agencyA;

    @Column(name = "agency_b")
    @Nullable
    String agencyB;

    @Version
    int version;

    /** Whether it covers what these two tell each other; {@code of} is of {@code countryA}. */
    boolean isBetween(String of, String and) {
        return (agencyA == null || agencyA.equals(of)) && (agencyB == null || agencyB.equals(and));
    }

    boolean isNarrow() {
        return agencyA != null || agencyB != null;
    }
}
