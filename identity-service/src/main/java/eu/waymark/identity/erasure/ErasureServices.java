package eu.waymark.identity.erasure;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** Who must let go of a person before identity does. */
@ConfigMapping(prefix = "waymark.erasure")
interface ErasureServices {

    /** Names of the services that hold something about person records. */
    List<String> services();

    /** How often erasures are looked after. */
    String interval();
}
