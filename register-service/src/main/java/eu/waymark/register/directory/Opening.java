package eu.waymark.register.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;

/** Hours of a weekday, in minutes of the day where the desk is: the first counts, the last (at most 1440) does not. */
@Embeddable
record Opening(
        @Enumerated(EnumType.STRING) @Column(name = "day") DayOfWeek day,
        @Column(name = "opens") int opens,
        @Column(name = "closes") int closes) {

    static final int HOUR = 60;
    static final int DAY = 24 * HOUR;

    boolean covers(LocalDateTime there) {
        var minute = there.get(ChronoField.MINUTE_OF_DAY);
        return there.getDayOfWeek() == day && opens <= minute && minute < closes;
    }
}
