package eu.waymark.referral.agency;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An agency as the register last described it. */
@Entity
@Table(name = "agency")
public class Agency {

    @Id
    private String code;

    private String name;
    private String country;
    private String place;
    private String type;

    @SuppressWarnings("NullAway.Init")
    protected Agency() {}

    Agency(String code, String name, String country, String place, String type) {
        this.code = code;
        this.name = name;
        this.country = country;
        this.place = place;
        this.type = type;
    }

    public String code() {
        return code;
    }

    /** ISO 3166-1. */
    public String country() {
        return country;
    }

    /** Whose law holds there and whose days count: the country, or in ISO 3166-2 the nation where laws differ within. */
    public String place() {
        return place;
    }

    /** A code such as {@code child-protection}. */
    public String type() {
        return type;
    }
}
