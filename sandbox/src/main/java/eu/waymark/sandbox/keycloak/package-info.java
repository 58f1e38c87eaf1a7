/** The identity provider: its distribution, its realm, its tokens. */
@NullMarked
package eu.waymark.sandbox.keycloak;

import org.jspecify.annotations.NullMarked;
