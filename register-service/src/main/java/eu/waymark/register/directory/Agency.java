package eu.waymark.register.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** An agency that asks, holds or receives. */
@Entity
class Agency {

    @Id
    String code = "";

    String name = "";
    String country = "";

    @Nullable
    String area;

    String type = "";
}
