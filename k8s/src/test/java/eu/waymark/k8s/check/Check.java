package eu.waymark.k8s.check;

import java.util.List;
import java.util.stream.Stream;

/** Looks for one kind of fault in all manifests of a release. */
@FunctionalInterface
public interface Check {

    /** Each fault as a sentence that names the object. */
    Stream<String> faults(List<Manifest> release);
}
