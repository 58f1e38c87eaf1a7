package eu.waymark.referral.onetime;

import eu.waymark.platform.persistence.crypto.IndexKey;
import eu.waymark.referral.ReferralProblem;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Codes that let somebody without an account write once: 256 random bits, kept as a keyed hash only, good until they
 * expire, are used or are revoked. Only inside audited work.
 */
@ApplicationScoped
public class OneTimeCodes {

    /** Header that carries a code: unlike a path, it is kept in no access log, history or referrer. */
    public static final String HEADER = "One-Time-Code";

    /** How long a code is good where nobody says otherwise. */
    public static final Duration USUAL = Duration.ofHours(72);

    /** The longest that a code is good. */
    public static final Duration LONGEST = Duration.ofDays(7);

    private static final int BYTES = 32;
    private static final String ISSUE = "insert into one_time_code"
            + " (code_hash, use, reference, person_record_id, issued_at, expires_at) values (?, ?, ?, ?, ?, ?)";
    private static final String REDEEM = "update one_time_code set used_at = ?"
            + " where code_hash = any (?) and use = ? and used_at is null and revoked_at is null and expires_at > ?"
            + " returning reference, person_record_id";
    private static final String REVOKE = "update one_time_code set revoked_at = ?"
            + " where reference = ? and use = ? and used_at is null and revoked_at is null";

    private final AgroalDataSource database;
    private final IndexKey keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeCodes(AgroalDataSource database, IndexKey keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Makes a code.
     *
     * @param reference what it lets somebody write; one code is open for it at a time
     * @param personRecordId the child, whose key must be held already; the code goes when the child is erased
     * @param valid at most {@link #LONGEST}
     */
    public IssuedCode issue(CodeUse use, UUID reference, UUID personRecordId, Duration valid) {
        var code = newCode();
        var now = now();
        var expiresAt = now.plus(valid);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ISSUE)) {
            insert.setBytes(1, keys.hmac(named(use, code)));
            insert.setString(2, use.name());
            insert.setObject(3, reference);
            insert.setObject(4, personRecordId);
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.setObject(6, expiresAt.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException unavailable) {
            throw new IllegalStateException("A one-time code could not be kept", unavailable);
        }
        return new IssuedCode(code, expiresAt);
    }

    /**
     * Uses a code up. Of two that race, one has used it.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException {@code code-not-good}, the same for a code that is used,
     *     late, revoked, of another use, unknown or missing: each costs the same one statement
     */
    public RedeemedCode redeem(CodeUse use, @Nullable String code) {
        var now = now().atOffset(ZoneOffset.UTC);
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(REDEEM)) {
            update.setObject(1, now);
            update.setArray(2, connection.createArrayOf("bytea", hashes(use, code)));
            update.setString(3, use.name());
            update.setObject(4, now);
            try (var rows = update.executeQuery()) {
                if (rows.next()) {
                    return new RedeemedCode(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
                }
            }
        } catch (SQLException unavailable) {
            throw new IllegalStateException("A one-time code could not be used", unavailable);
        }
        throw ReferralProblem.CODE_NOT_GOOD.because("Ask whoever gave it to you for a new one.");
    }

    /** Takes the open code back, if there is one. */
    public boolean revoke(CodeUse use, UUID reference) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(REVOKE)) {
            update.setObject(1, now().atOffset(ZoneOffset.UTC));
            update.setObject(2, reference);
            update.setString(3, use.name());
            return update.executeUpdate() > 0;
        } catch (SQLException unavailable) {
            throw new IllegalStateException("A one-time code could not be taken back", unavailable);
        }
    }

    /** While the index key is replaced, a code is found that was made under the one before. */
    private byte[][] hashes(CodeUse use, @Nullable String code) {
        return keys.hmacs(named(use, code == null ? "" : code)).toArray(byte[][]::new);
    }

    private static String named(CodeUse use, String code) {
        return "one-time-code\n" + use + "\n" + code;
    }

    private String newCode() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
