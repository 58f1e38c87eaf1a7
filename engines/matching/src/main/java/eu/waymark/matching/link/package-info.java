/** Links two files, or finds duplicates within one, without labels: any fields, candidates, training, figures. */
@NullMarked
package eu.waymark.matching.link;

import org.jspecify.annotations.NullMarked;
