package eu.waymark.platform.persistence.audit;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one piece of work tells about itself for its audit event. Never personal data. */
public final class Trail {

    private final Set<String> subjects = new LinkedHashSet<>();
    private final Map<String, String> notes = new TreeMap<>();
    private @Nullable String resource;
    private @Nullable Integer returned;
    private @Nullable String location;

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

    /** Where the created resource stands, for a replay of the request. */
    public void created(String location) {
        this.location = location;
    }

    Set<String> subjects() {
        return subjects;
    }

    Map<String, String> notes() {
        return notes;
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
