/** What no schema checks: whether the manifests of one release fit together, and are safe. */
@NullMarked
package eu.waymark.k8s.check;

import org.jspecify.annotations.NullMarked;
