package eu.waymark.identity.age;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How old somebody is taken to be, the most cautious first. Which move follows which stands in the table
 * {@code age_transition}. The rules are those of the Council of Europe (presumption of minority, margin of error in favour
 * of the person) and of the anti-trafficking directive 2011/36/EU, article 13(2).
 */
@Schema(name = "AgeState")
enum AgeState {
    /** The child, an agency or another state says that it is wrong. */
    @JsonProperty("disputed")
    DISPUTED,
    @JsonProperty("appeal-pending")
    APPEAL_PENDING,
    @JsonProperty("assessment-pending")
    ASSESSMENT_PENDING,
    @JsonProperty("doubt-raised")
    DOUBT_RAISED,
    @JsonProperty("assessed-inconclusive")
    ASSESSED_INCONCLUSIVE,
    @JsonProperty("assessed-child")
    ASSESSED_CHILD,
    @JsonProperty("documented")
    DOCUMENTED,
    /** Of everybody of whom nothing was said: what they say of themselves counts. */
    @JsonProperty("undocumented-claimed-child")
    UNDOCUMENTED_CLAIMED_CHILD,
    /** May still be appealed: a child until then. */
    @JsonProperty("assessed-adult")
    ASSESSED_ADULT,
    @JsonProperty("assessed-adult-final")
    ASSESSED_ADULT_FINAL;

    private static final EnumSet<AgeState> ADULT = EnumSet.of(ASSESSED_ADULT, ASSESSED_ADULT_FINAL);

    /** Whether somebody in this state is treated as a child; of a documented age the document says. */
    boolean isTreatedAsChild(boolean documentedAdult) {
        return this == DOCUMENTED ? !documentedAdult : this != ASSESSED_ADULT_FINAL;
    }

    boolean isFoundAdult() {
        return ADULT.contains(this);
    }

    /**
     * What counts where several records of one child say something: the most cautious, and where some say adult and others
     * do not, that it is disputed.
     *
     * @param said of the records of which anything was said
     */
    static AgeState together(Collection<AgeState> said) {
        var adults = said.stream().filter(AgeState::isFoundAdult).count();
        if (adults > 0 && adults < said.size()) {
            return DISPUTED;
        }
        return said.stream().min(AgeState::compareTo).orElse(UNDOCUMENTED_CLAIMED_CHILD);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
