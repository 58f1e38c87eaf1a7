package eu.waymark.register.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
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

    /** From which event it counts when a child is transferred to it. */
    @Column(name = "transfer_clock_start")
    @Nullable
    String transferClockStart;

    /** It holds no child, takes none, and nobody is sent to it any more; what it did stays readable. */
    boolean closed;

    @Version
    int version;
}
