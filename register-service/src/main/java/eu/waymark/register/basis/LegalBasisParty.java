package eu.waymark.register.basis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Since when, and until when, a country is bound by a basis. */
@Entity
@Table(name = "legal_basis_party")
@IdClass(LegalBasisParty.Key.class)
class LegalBasisParty {

    record Key(String basis, String country, LocalDate validFrom) implements Serializable {}

    @Id
    String basis = "";

    @Id
    String country = "";

    @Id
    @Column(name = "valid_from")
    LocalDate validFrom = LocalDate.EPOCH;

    @Column(name = "valid_to")
    @Nullable
    LocalDate validTo;
}
