/** What operators watch of a service's database: deliveries that wait and checkpoints that age (docs/operations/metrics.md). */
@NullMarked
package eu.waymark.platform.persistence.metric;

import org.jspecify.annotations.NullMarked;
