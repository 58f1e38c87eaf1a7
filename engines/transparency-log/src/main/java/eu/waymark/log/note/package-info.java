/**
 * Signed notes, checkpoints, cosignatures, proof files and policies, read and written to the letter of the C2SP
 * specifications signed-note, tlog-checkpoint, tlog-cosignature, tlog-proof and tlog-policy, so that verifiers written by
 * others accept ours.
 */
@NullMarked
package eu.waymark.log.note;

import org.jspecify.annotations.NullMarked;
