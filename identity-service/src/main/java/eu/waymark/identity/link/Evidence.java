package eu.waymark.identity.link;

import eu.waymark.platform.persistence.crypto.Sealed;

/**
 * Why a decision was made, as it will be kept.
 *
 * @param bits what the compared fields weigh together
 * @param sealed the explanation as the person saw it, and their note
 */
record Evidence(String modelVersion, double bits, Sealed sealed) {}
