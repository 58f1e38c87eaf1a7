package eu.waymark.referral.attachment;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much can be attached. */
@ConfigMapping(prefix = "waymark.attachments")
interface AttachmentSettings {

    /** The largest file. The limit of all bodies, {@code quarkus.http.limits.max-body-size}, must leave room for it. */
    @WithDefault("10M")
    MemorySize maxSize();

    /** How many files one referral has at most. */
    @WithDefault("20")
    int maxCount();
}
