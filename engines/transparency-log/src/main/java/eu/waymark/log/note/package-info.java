/**
 * Signed notes and checkpoints, read and written to the letter of the C2SP specifications signed-note and
 * tlog-checkpoint, so that verifiers written by others accept ours.
 */
@NullMarked
package eu.waymark.log.note;

import org.jspecify.annotations.NullMarked;
