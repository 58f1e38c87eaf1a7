package eu.waymark.referral.support;

import eu.waymark.referral.agency.Agencies;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.referral.ReferralDoor.Opened;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Lays what was said of a child's support beside what belongs to the minimum. */
@ApplicationScoped
class SupportViews {

    private final Agencies agencies;
    private final MinimumPackage minimum;
    private final SupportSteps steps;
    private final ChildTexts texts;

    SupportViews(Agencies agencies, MinimumPackage minimum, SupportSteps steps, ChildTexts texts) {
        this.agencies = agencies;
        this.minimum = minimum;
        this.steps = steps;
        this.texts = texts;
    }

    SupportView of(Opened opened, String reader) {
        var country = countryOf(opened);
        var latest = steps.latest(opened.record());
        var items = minimum.in(country).stream()
                .map(item -> view(item, latest.get(item.code), opened, reader))
                .toList();
        var missing = items.stream()
                .filter(SupportView.Item::isMissing)
                .map(SupportView.Item::code)
                .toList();
        return new SupportView(country, items, missing);
    }

    /** The work is done there, by the minimum of that place. */
    String countryOf(Opened opened) {
        return agencies.findByIdOptional(opened.recipient()).orElseThrow().country();
    }

    private SupportView.Item view(PackageItem item, @Nullable SupportStep step, Opened opened, String reader) {
        if (step == null) {
            return new SupportView.Item(item.code, item.name, item.basis, null, null, null, null);
        }
        // Another agency that helps the same child need not know why.
        var isRead = reader.equals(step.agency) || reader.equals(opened.sender());
        var reason = isRead && step.reason != null ? texts.open(opened.record(), step.reason) : null;
        return new SupportView.Item(
                item.code, item.name, item.basis, step.state, reason, isRead ? step.agency : null, step.recordedAt);
    }
}
