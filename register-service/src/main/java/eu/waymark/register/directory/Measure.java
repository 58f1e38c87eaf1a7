package eu.waymark.register.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A protection measure of a country, mapped to a common class (domain, 4.6); its own words are {@link MeasureWords}. */
@Entity
class Measure {

    @Id
    String code = "";

    String country = "";

    @Column(name = "class")
    String commonClass = "";

    /** Whether word and class were found in a source that was read. */
    boolean confirmed;

    @Version
    int version;
}
