package eu.waymark.register.basis;

import eu.waymark.clocks.Bound;
import eu.waymark.clocks.ClockRule;
import eu.waymark.clocks.ClockUnit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One article on which an authority may ask or tell, and how soon an answer is due. */
@Entity
@jakarta.persistence.Table(name = "legal_basis")
class LegalBasis {

    @Id
    String code = "";

    String instrument = "";
    String article = "";
    boolean domestic;
    boolean requests;
    boolean notices;

    @Column(name = "valid_from")
    LocalDate validFrom = LocalDate.EPOCH;

    @Column(name = "valid_to")
    @Nullable
    LocalDate validTo;

    @Column(name = "answer_rule")
    String answerRule = "";

    @Column(name = "answer_amount")
    int answerAmount = 1;

    @Column(name = "answer_unit")
    String answerUnit = "";

    @Column(name = "answer_working")
    boolean answerWorking;

    boolean confirmed;

    @Version
    int version;

    ClockRule answer() {
        return new ClockRule(
                answerRule,
                domestic ? "ANY" : "EU",
                "Answer to a request on this basis",
                List.of("request-received"),
                answerAmount,
                ClockUnit.valueOf(answerUnit),
                Bound.LATEST,
                answerWorking,
                instrument + ", article " + article,
                confirmed);
    }
}
