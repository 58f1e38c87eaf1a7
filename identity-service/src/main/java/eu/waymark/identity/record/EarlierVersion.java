package eu.waymark.identity.record;

import eu.waymark.identity.demographics.Demographics;
import eu.waymark.platform.web.Personal;
import java.time.Instant;

/**
 * What stood in a record until it was replaced.
 *
 * @param reason why it was replaced
 * @param replacedBy the subject of whoever did
 */
public record EarlierVersion(
        int version, Demographics demographics, CorrectionReason reason, String replacedBy, Instant replacedAt)
        implements Personal {

    @Override
    public String toString() {
        return "EarlierVersion[" + version + "]";
    }
}
