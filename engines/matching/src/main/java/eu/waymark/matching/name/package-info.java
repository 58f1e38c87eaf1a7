/**
 * Names made comparable across scripts, spellings and short forms.
 *
 * <p>An operator adds names of their own by the system property {@code waymark.matching.lexicon}, a folder of
 * {@code *.csv} files in UTF-8, comma-separated without quotes. The first line names the columns: {@code name} (or
 * {@code name1}) is a given name, {@code variant} (or {@code name2}) a short form or spelling of it; other columns are
 * not read. A variant of a name that the shipped lexicon has joins it; another name founds a group.
 */
@NullMarked
package eu.waymark.matching.name;

import org.jspecify.annotations.NullMarked;
