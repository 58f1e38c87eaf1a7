package eu.waymark.register.beta;

import eu.waymark.register.alpha.Alpha;

/** One half of a cycle between features. */
public class Beta {
    Alpha other;
}
