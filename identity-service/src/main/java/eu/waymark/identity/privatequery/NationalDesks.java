package eu.waymark.identity.privatequery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/**
 * The desk of each country that takes part, by ISO 3166-1 alpha-2. Configured, since identity knows agencies and
 * countries but no desks, and asks no other service.
 */
@ConfigMapping(prefix = "waymark.national-desks")
interface NationalDesks {

    @WithParentName
    Map<String, Desk> desks();

    /** How to reach one. */
    interface Desk {
        String name();

        Optional<String> telephone();

        Optional<String> email();
    }
}
