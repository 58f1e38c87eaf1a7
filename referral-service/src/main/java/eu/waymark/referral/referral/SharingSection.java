package eu.waymark.referral.referral;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.referral.Step.Said;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Widens or narrows what the recipient reads, at any time until the work is done (F18); it is told each time. */
@ApplicationScoped
class SharingSection {

    private final MakingMove moves;
    private final Sections sections;

    SharingSection(MakingMove moves, Sections sections) {
        this.moves = moves;
        this.sections = sections;
    }

    ReferralView share(UUID id, @Nullable String ifMatch, ShareSection request) {
        return moves.make(Move.SHARE, id, ifMatch, moving -> {
            var text = request.text() == null ? asBefore(moving.referral(), request.section()) : request.text();
            var wasShared = sections.shared(id).contains(request.section());
            sections.write(moving, List.of(new SectionText(request.section(), text, request.shared())));
            var code = request.section().code() + (request.shared() ? "-shown" : wasShared ? "-hidden" : Step.KEPT);
            return Said.coded(code, request.why());
        });
    }

    private String asBefore(Referral referral, Section section) {
        var before = sections.of(referral.id()).get(section);
        if (before == null) {
            throw CommonProblem.INVALID_FIELDS
                    .because("This referral has no such section yet: say what it tells.")
                    .at("text", "is needed for a new section");
        }
        return sections.text(referral, before).text();
    }
}
