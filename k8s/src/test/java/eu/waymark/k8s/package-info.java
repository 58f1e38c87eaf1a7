/** Checks of the Helm chart, with Helm itself and the model of Kubernetes, and without a cluster. */
@NullMarked
package eu.waymark.k8s;

import org.jspecify.annotations.NullMarked;
