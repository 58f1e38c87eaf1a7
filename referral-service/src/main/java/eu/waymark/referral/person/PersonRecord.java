package eu.waymark.referral.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/**
 * What identity says about a person record to another service.
 *
 * @param tag pseudonym under which the child appears in the audit log
 * @param agency code of the agency that made the record and owns it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PersonRecord(UUID recordId, String tag, String agency, String country) {}
