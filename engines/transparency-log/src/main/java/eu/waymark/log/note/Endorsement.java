package eu.waymark.log.note;

import java.util.Set;

/**
 * What a {@link Policy} found on a checkpoint.
 *
 * @param log the key under which the log signed it
 * @param witnesses those known witnesses whose cosignatures are right
 * @param quorum whether they are enough for the policy
 */
public record Endorsement(Checkpoint checkpoint, VerifierKey log, Set<VerifierKey> witnesses, boolean quorum) {

    public Endorsement {
        witnesses = Set.copyOf(witnesses);
    }
}
