/** The packaged services, started for the time of a measurement, and whoever asks them. */
@NullMarked
package eu.waymark.benchmarks.service;

import org.jspecify.annotations.NullMarked;
