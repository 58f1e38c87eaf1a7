/**
 * Who may see what: {@link eu.waymark.access.AccessPolicy#decide} is a pure function of a question and a versioned policy
 * document. Deny by default; a floor in code bounds every policy, which can therefore only narrow it.
 */
@NullMarked
package eu.waymark.access;

import org.jspecify.annotations.NullMarked;
