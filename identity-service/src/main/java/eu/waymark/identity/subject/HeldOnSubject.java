package eu.waymark.identity.subject;

import java.util.List;
import java.util.UUID;

/** Tells what one part of the service holds on a person. Every part that holds something has one. */
public interface HeldOnSubject {

    /** What it is, in plain words: the title of a section. */
    String title();

    /**
     * What is held on a record, in plain sentences and without anything about other people.
     *
     * @return empty where nothing is
     */
    List<String> about(UUID record);
}
