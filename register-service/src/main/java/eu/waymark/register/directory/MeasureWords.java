package eu.waymark.register.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a measure is called in its country's own words, from one day to another. */
@Entity
@Table(name = "measure_words")
class MeasureWords {

    @Id
    UUID id = UUID.randomUUID();

    String code = "";
    String name = "";
    String language = "";

    @Column(name = "valid_from")
    @Nullable
    LocalDate validFrom;

    @Column(name = "valid_to")
    @Nullable
    LocalDate validTo;

    boolean isValidOn(LocalDate day) {
        return Validity.covers(validFrom, validTo, day);
    }
}
