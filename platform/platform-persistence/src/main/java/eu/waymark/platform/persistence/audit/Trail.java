package eu.waymark.platform.persistence.audit;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one piece of work tells about itself for its audit event. Never personal data, but for what it seals. */
public final class Trail {

    // Sorted: in the order of a list, a tag that changes with each event would be known by its place.
    private final SortedSet<String> subjects = new TreeSet<>();
    private final Map<String, String> notes = new TreeMap<>();
    private final Map<String, Object> details = new TreeMap<>();
    private @Nullable String resource;
    private @Nullable Integer returned;
    private @Nullable String location;
    private boolean concealed;

    /** Names a child that was looked at or changed, by the tag of the person record. */
    public void about(String subjectTag) {
        subjects.add(subjectTag);
    }

    /** Names the resource that was worked on. */
    public void resource(String id) {
        resource = id;
    }

    /** How many results were given out. */
    public void returned(int count) {
        returned = count;
    }

    /** One more fact about the work: a code, a number, an id. */
    public void note(String key, String value) {
        notes.put(key, value);
    }

    /**
     * Details that only the audit service can open, and only for somebody with the right to: search terms, the ids that
     * were found. They travel beside the event and can be deleted without harm to the log.
     *
     * @param key in lower camel case, for example {@code terms}
     * @param value anything that can be written as JSON, personal data too; cut and marked when the details of an event
     *     exceed 32 KiB
     */
    public void seal(String key, Object value) {
        details.put(key, value);
    }

    /**
     * Hides which children this work was about, and all that leads to where they are, as for sealed children: whoever does
     * it is known where nobody else may know the child to be.
     */
    public void conceal() {
        concealed = true;
    }

    /** Where the created resource stands, for a replay of the request. */
    public void created(String location) {
        this.location = location;
    }

    boolean isConcealed() {
        return concealed;
    }

    SortedSet<String> subjects() {
        return Collections.unmodifiableSortedSet(subjects);
    }

    Map<String, String> notes() {
        return notes;
    }

    Map<String, Object> details() {
        return details;
    }

    @Nullable
    String resource() {
        return resource;
    }

    @Nullable
    Integer returned() {
        return returned;
    }

    @Nullable
    String location() {
        return location;
    }
}
