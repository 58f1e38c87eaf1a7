package eu.waymark.identity.search;

import eu.waymark.identity.demographics.Warning;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a search.
 *
 * @param id to be given with the record that may follow
 * @param model version of the model that compared
 * @param warnings what is odd about what was asked, and was searched for all the same
 * @param candidates own records first, each kind best first
 */
@Schema(name = "SearchResult")
record SearchAnswer(UUID id, Instant expiresAt, String model, List<Warning> warnings, List<FoundCandidate> candidates) {

    static final String EXAMPLE = """
            {"id":"5a2f9a52-0c5c-4d0e-9a7e-0d2c2f8f3b11","expiresAt":"2026-11-22T10:30:00Z","model":"2","warnings":[],"candidates":[\
            {"own":true,"recordId":"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10","probability":0.9993,"band":"possible",\
            "marginBits":99.0,"explanation":[\
            {"field":"prior","level":"prior","bits":-11.3,"text":"Before looking, one of 2,501 people is this child."},\
            {"field":"given-name","level":"identical","bits":8.4,"text":"The given names are written the same."},\
            {"field":"family-name","level":"identical","bits":11.1,"text":"The family names are written the same."},\
            {"field":"birth-date","level":"overlap","bits":2.3,\
            "text":"One birth is not known to the day, and the other falls within it."}]},\
            {"own":false,"handle":"9d0c8b7a-6f5e-4d3c-8b2a-1f0e9d8c7b6a",\
            "agreement":{"name":"agree","birthDate":"partly","sex":"agree"}}]}""";
}
