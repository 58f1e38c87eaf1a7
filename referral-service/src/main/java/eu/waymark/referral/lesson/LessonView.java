package eu.waymark.referral.lesson;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.http.Versioned;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A lesson as others read it: no author, no agency and no day, since with them a small office would know the case.
 *
 * @param month when it was published, or written
 * @param reason why it was given back or withdrawn
 * @param yours whether your agency wrote it
 */
@Schema(name = "Lesson", examples = """
        {"id":"2b6a2c3e-64a5-4d2f-9d59-4c6f7d1a7f21","kind":"worked-well","about":"missing-episode","phase":"response",
         "harms":["criminal-exploitation"],"measureClass":"out_of_home_placement","country":"NL","language":"en",
         "title":"The bus drivers were asked first","text":"Carers who keep the numbers of the night bus desk found most children within an hour.",
         "status":"published","month":"2026-11","yours":false,"version":1}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LessonView(
        UUID id,
        String kind,
        String about,
        String phase,
        List<String> harms,
        @Nullable String measureClass,
        String country,
        String language,
        String title,
        String text,
        String status,
        String month,
        @Nullable String reason,
        boolean yours,
        int version)
        implements Versioned {

    static LessonView of(Lesson l, String agency) {
        var day = l.checkedOn == null ? l.writtenOn : l.checkedOn;
        return new LessonView(
                l.id,
                l.kind,
                l.about,
                l.phase,
                l.harms,
                l.measureClass,
                l.country,
                l.language,
                l.title,
                l.text,
                l.status,
                YearMonth.from(day).toString(),
                l.reason,
                l.agency.equals(agency),
                l.version);
    }
}
