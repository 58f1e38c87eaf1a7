package eu.waymark.referral.trafficking;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A way in which you want to get in touch.", examples = "{\"channel\": \"in-person\"}")
record GetInTouch(@NotNull Channel channel) {}
