package eu.waymark.referral.lesson;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Something learned, in words that two people have read. It refers to no child and to no piece of work. */
@Entity
@DynamicUpdate
@Table(name = "lesson")
class Lesson {

    static final String PROPOSED = "proposed";
    static final String PUBLISHED = "published";
    static final String RETURNED = "returned";
    static final String WITHDRAWN = "withdrawn";

    @Id
    UUID id = new UUID(0, 0);

    String kind = "";
    String about = "";
    String phase = "";
    List<String> harms = List.of();

    @Column(name = "measure_class")
    @Nullable
    String measureClass;

    String country = "";
    String language = "";
    String title = "";
    String text = "";
    String agency = "";
    String author = "";

    @Column(name = "written_on")
    LocalDate writtenOn = LocalDate.EPOCH;

    @Column(name = "listed_at")
    Instant listedAt = Instant.EPOCH;

    String status = PROPOSED;

    @Column(name = "checked_by")
    @Nullable
    String checkedBy;

    @Column(name = "checked_on")
    @Nullable
    LocalDate checkedOn;

    @Nullable
    String reason;

    @Version
    int version;

    boolean is(String wanted) {
        return status.equals(wanted);
    }

    /** Puts these words in its place; whoever wrote them is its author, and nobody has checked them. */
    void say(LessonWords words, String by) {
        kind = words.kind();
        about = words.about();
        phase = words.phase();
        harms = words.harms().stream().distinct().sorted().toList();
        measureClass = words.measureClass();
        country = words.country();
        language = words.language();
        title = words.title();
        text = words.text();
        author = by;
        status = PROPOSED;
        checkedBy = null;
        checkedOn = null;
        reason = null;
    }

    void checked(String by, LocalDate on) {
        checkedBy = by;
        checkedOn = on;
    }

    void publish(Instant at) {
        status = PUBLISHED;
        listedAt = at;
    }

    void giveBack(String why) {
        status = RETURNED;
        reason = why;
    }

    /** Nothing of its words stays. */
    void withdraw(String why) {
        status = WITHDRAWN;
        reason = why;
        title = "withdrawn";
        text = "";
    }
}
