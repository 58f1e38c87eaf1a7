/** The command line: compares pairs and links files with the engine, for anyone with data of their own. */
@NullMarked
package eu.waymark.matching.cli;

import org.jspecify.annotations.NullMarked;
