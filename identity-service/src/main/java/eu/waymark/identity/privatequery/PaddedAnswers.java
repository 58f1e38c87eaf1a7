package eu.waymark.identity.privatequery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.identity.privatequery.PrivateAnswer.Kind;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes answers of one length, so that nobody who sees the wire learns which it was. The padding is random: a proxy that
 * compresses gains nothing by it.
 */
@Startup
@Singleton
class PaddedAnswers {

    /** Bytes of every body. */
    static final int BYTES = 2_048;

    private static final String NOTICE =
            "A hit says that somebody like this child is on record, not that it is the same"
                    + " child. No hit is no proof of safety.";

    private final SecureRandom random = new SecureRandom();
    private final NationalDesks desks;
    private final ObjectMapper json;
    private final List<String> covered;

    /** @throws IllegalStateException at the start, where a desk is so wordy that the answer would be longer than others */
    PaddedAnswers(NationalDesks desks, ObjectMapper json) {
        this.desks = desks;
        this.json = json;
        this.covered = desks.desks().keySet().stream().sorted().toList();
        covered.forEach(country -> answer(Kind.ASK_CONTACT, country));
    }

    PrivateAnswer nobody() {
        return padded(Kind.NO_HIT, null);
    }

    /** @param country of the agency that knows the child */
    PrivateAnswer answer(Kind kind, String country) {
        var desk = Optional.ofNullable(desks.desks().get(country));
        return padded(kind, desk.map(known -> Contact.of(country, known)).orElseGet(() -> Contact.unknown(country)));
    }

    private PrivateAnswer padded(Kind kind, @Nullable Contact contact) {
        int missing = BYTES - length(new PrivateAnswer(kind, contact, covered, NOTICE, ""));
        if (missing < 0) {
            throw new IllegalStateException("The desks of waymark.national-desks do not fit into " + BYTES + " bytes");
        }
        return new PrivateAnswer(kind, contact, covered, NOTICE, padding(missing));
    }

    private int length(PrivateAnswer answer) {
        try {
            return json.writeValueAsBytes(answer).length;
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("An answer is always writable as JSON", unwritable);
        }
    }

    private String padding(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes).substring(0, length);
    }
}
