package eu.waymark.register.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A part of a country, in its ISO 3166-2 code. */
@Entity
class Area {

    @Id
    String code = "";

    String country = "";
    String name = "";

    /** The part of the country whose law holds there, where that differs. */
    @Nullable
    String nation;

    @Column(name = "valid_from")
    @Nullable
    LocalDate validFrom;

    @Column(name = "valid_to")
    @Nullable
    LocalDate validTo;

    @Version
    int version;
}
