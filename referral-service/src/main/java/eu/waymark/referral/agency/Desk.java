package eu.waymark.referral.agency;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A desk of an agency as the register last described it: where work lies. */
@Entity
@Table(name = "desk")
public class Desk {

    @Id
    private String code;

    private String agency;
    private String name;
    private String kind;
    private List<String> languages;
    private @Nullable String timeZone;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;

    @SuppressWarnings("NullAway.Init")
    protected Desk() {}

    Desk(String code, String agency, String name, String kind, List<String> languages) {
        this.code = code;
        this.agency = agency;
        this.name = name;
        this.kind = kind;
        this.languages = languages;
    }

    Desk open(@Nullable String zone, @Nullable LocalDate from, @Nullable LocalDate to) {
        timeZone = zone;
        validFrom = from;
        validTo = to;
        return this;
    }

    public String code() {
        return code;
    }

    public boolean isOf(String other) {
        return agency.equals(other);
    }

    /** Whether work can be put there: the first day of its validity counts, the last does not. */
    public boolean isValidOn(LocalDate day) {
        return (validFrom == null || !validFrom.isAfter(day)) && (validTo == null || validTo.isAfter(day));
    }

    public Optional<ZoneId> zone() {
        return Optional.ofNullable(timeZone).map(ZoneId::of);
    }
}
