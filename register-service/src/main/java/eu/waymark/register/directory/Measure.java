package eu.waymark.register.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A protection measure in a country's own words, mapped to a common class (domain, 4.6). */
@Entity
class Measure {

    @Id
    String code = "";

    String country = "";
    String name = "";
    String language = "";

    @Column(name = "class")
    String commonClass = "";

    /** Whether word and class were found in a source that was read. */
    boolean confirmed;
}
