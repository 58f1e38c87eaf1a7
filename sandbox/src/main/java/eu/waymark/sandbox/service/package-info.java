/** The services as processes: their environment and their readiness. */
@NullMarked
package eu.waymark.sandbox.service;

import org.jspecify.annotations.NullMarked;
