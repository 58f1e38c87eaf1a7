/**
 * The offline verifier: a program that believes a log only what it can compute itself from the log's own files and the keys
 * it was given. It shares nothing with the service that writes the log but the format.
 */
@NullMarked
package eu.waymark.log.verifier;

import org.jspecify.annotations.NullMarked;
