package eu.waymark.referral.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Shows a section to an agency: its own always, another's once it is signed, and what third parties told to the agency that
 * wrote it down and to the lead only.
 */
@ApplicationScoped
class SectionViews {

    private final SectionVersions versions;
    private final AssessmentTexts texts;

    SectionViews(SectionVersions versions, AssessmentTexts texts) {
        this.versions = versions;
        this.texts = texts;
    }

    SectionView of(Assessment assessment, Section section, int edition, String viewer) {
        var shown = section.isOf(viewer) || section.isSigned();
        var last = shown ? versions.last(section) : Optional.<SectionVersion>empty();
        var content = last.map(version -> texts.open(assessment, version));
        var withheld = !mayReadThirdParty(assessment, section, viewer)
                && content.filter(said -> !said.thirdParty().isEmpty()).isPresent();
        return new SectionView(
                section.agency(),
                edition,
                SectionView.Status.of(section),
                content.map(said -> withheld ? said.withoutThirdParty() : said).orElse(null),
                withheld,
                last.map(SectionVersion::writtenAt).orElse(null),
                section.signedAt(),
                texts.openText(assessment, section.dissent()),
                assessment.isLedBy(viewer) || section.isOf(viewer)
                        ? texts.openText(assessment, section.lateReason())
                        : null,
                section.written());
    }

    /** All versions for the agency that wrote them; for others the one that was signed. */
    SectionVersionView.All history(Assessment assessment, Section section, String viewer) {
        var readable = section.isOf(viewer)
                ? versions.of(section)
                : section.isSigned() ? versions.last(section).stream().toList() : List.<SectionVersion>of();
        var full = mayReadThirdParty(assessment, section, viewer);
        return new SectionVersionView.All(readable.stream()
                .map(version -> {
                    var said = texts.open(assessment, version);
                    return new SectionVersionView(
                            version.number(), version.writtenAt(), full ? said : said.withoutThirdParty());
                })
                .toList());
    }

    private static boolean mayReadThirdParty(Assessment assessment, Section section, String viewer) {
        return section.isOf(viewer) || assessment.isLedBy(viewer);
    }
}
