package eu.waymark.referral.missing;

import eu.waymark.platform.web.caller.Caller;
import eu.waymark.referral.gate.Discretion;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Whoever is kept from an episode does not learn from its steps that the child was seen. */
@Singleton
class EpisodeDiscretion implements Discretion {

    private final Episodes episodes;

    EpisodeDiscretion(Episodes episodes) {
        this.episodes = episodes;
    }

    @Override
    public boolean hides(UUID reference, Caller from) {
        return episodes.findByIdOptional(reference)
                .filter(episode -> !episodes.isFor(episode, from))
                .isPresent();
    }
}
