package eu.waymark.platform.web.readiness;

import java.util.stream.Stream;

/** Looks for one kind of unsafe production configuration. */
@FunctionalInterface
public interface ProductionCheck {

    /** What is unsafe, each as a full sentence that says what to do; never a secret's value. */
    Stream<String> faults();
}
