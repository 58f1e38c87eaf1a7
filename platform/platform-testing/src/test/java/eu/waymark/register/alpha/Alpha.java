package eu.waymark.register.alpha;

import eu.waymark.register.beta.Beta;

/** One half of a cycle between features. */
public class Alpha {
    Beta other;
}
