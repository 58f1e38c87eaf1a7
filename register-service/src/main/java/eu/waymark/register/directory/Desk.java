package eu.waymark.register.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;

/** A desk to call: an agency's own duty desk, or a country's national one. */
@Entity
class Desk {

    static final String DUTY = "duty";
    static final String NATIONAL = "national";

    @Id
    String code = "";

    String agency = "";
    String name = "";
    String kind = DUTY;
    String phone = "";
    String email = "";
    String hours = "";
    List<String> languages = List.of();
}
