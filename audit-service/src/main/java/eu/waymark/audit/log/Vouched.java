package eu.waymark.audit.log;

import org.jboss.resteasy.reactive.RestResponse;

/**
 * A part of the log that a checkpoint covers.
 *
 * @param published whether readers get that checkpoint. Until a quorum of witnesses has signed it, its size is the log's word
 *     alone: a log that is rebuilt after a loss may hold something else there
 */
public record Vouched<T>(T part, boolean published) {

    /** @param who may keep it for ever once it is published: {@code public} or {@code private} */
    public RestResponse<T> answer(String who) {
        return RestResponse.ResponseBuilder.ok(part)
                .header("Cache-Control", published ? who + ", max-age=31536000, immutable" : "no-store")
                .build();
    }
}
