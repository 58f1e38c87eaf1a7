package eu.waymark.referral;

import eu.waymark.platform.web.problem.ProblemType;
import java.util.Locale;

/** Everything that can be wrong with a request to this service and that the platform does not already name. */
public enum ReferralProblem implements ProblemType {
    STEP_RECORDED(409, "The step was recorded before"),
    SECOND_REGISTRAR_NEEDED(403, "Another registrar decides on a proposal"),
    PROPOSAL_DECIDED(409, "The proposal was decided already"),
    STALE_PROPOSAL(409, "Rules were published since it was proposed"),
    REASON_NOT_ALLOWED(422, "The rule does not allow this reason"),
    CLOCK_NOT_RUNNING(409, "The clock does not run"),
    CLOCK_NOT_PAUSED(409, "The clock does not stand still"),
    UNKNOWN_AGENCY(422, "The agency is not in the directory"),
    RECIPIENT_CANNOT_ANSWER(422, "The receiving agency may not answer this"),
    OWN_AGENCY(422, "This goes to another agency"),
    NOT_THE_RECIPIENT(403, "Only the receiving agency does this with a referral"),
    NOT_THE_SENDER(403, "Only the sending agency does this with a referral"),
    ILLEGAL_TRANSITION(409, "The referral is not in a state that allows this"),
    FORWARDED(409, "The referral has been handed on to another agency"),
    EDITED_MEANWHILE(409, "Somebody else has saved it meanwhile"),
    DRAFT_INCOMPLETE(422, "Something is missing from the draft"),
    ATTACHMENT_TYPE_REFUSED(422, "The file is none of those that are taken"),
    CHECKSUM_MISMATCH(422, "The file is not what was sent"),
    TOO_MANY_ATTACHMENTS(409, "The referral has as many files as it may have"),
    WORK_HELD(409, "A colleague does this work"),
    WORK_NOT_HELD(409, "Nobody does this work"),
    WORKER_ABSENT(409, "The worker is away and nobody stands in"),
    WORKER_UNSUITED(409, "This work is not for that worker"),
    NOT_YOUR_WORK(403, "A colleague does this work"),
    MANAGER_NEEDED(403, "Only a manager can do this"),
    ASSESSMENT_OPEN(409, "The child has an open assessment"),
    ASSESSMENT_STATE(409, "The assessment is not in a state that allows this"),
    SECTION_CONFLICT(409, "A colleague wrote this section meanwhile"),
    SECTION_STATE(409, "The section is not in a state that allows this"),
    SECTION_LATE(422, "A section is late"),
    AGENCY_HAS_NO_PART(422, "The agency has no part in this"),
    NOT_THE_LEAD(403, "Another agency leads this assessment"),
    NOT_YOUR_SECTION(403, "Your agency has no section here"),
    OWN_WORK(403, "Nobody approves what they wrote"),
    /** Of a one-time code: used, late, revoked or unknown, which nobody can tell apart. */
    CODE_NOT_GOOD(410, "This code is not good, or no longer"),
    BASIS_NOT_IN_FORCE(403, "This cannot be asked on this basis between both countries"),
    PROTECTION_CLAIMED(422, "Nothing goes to a country from which protection is claimed"),
    CLOCK_SKEW(422, "The sender's clock is too far off"),
    NOT_THE_ASKER(403, "Only the asking agency does this"),
    NOT_THE_ASKED(403, "Only the agency that is asked does this"),
    REQUEST_HASH_DIFFERS(409, "This is not the request that was sent"),
    QUESTION_ANSWERED(409, "A question is answered already"),
    NO_CENTRAL_AUTHORITY(422, "No central authority can take this up"),
    REQUEST_ILLEGAL_TRANSITION(409, "The request is not in a state that allows this"),
    CONTRIBUTION_ILLEGAL_TRANSITION(409, "The contribution is not in a state that allows this"),
    NOT_THE_REFERRER(403, "Another agency referred"),
    NOT_THE_LOCAL_AUTHORITY(403, "Another agency is the local authority"),
    TRAFFICKING_STATE(409, "The referral is not in a state that allows this"),
    TRAFFICKING_INCOMPLETE(422, "The referral is not complete enough to be sent"),
    CONTACT_UNSAFE(422, "This way to get in touch was not said to be safe"),
    TOO_EARLY(422, "It is too early for this decision"),
    SAFE_PLAN_NEEDED(422, "A manager has not decided on a safe plan"),
    ANOTHER_ROLE(403, "This is for another role to do"),
    NOBODY_OUTSIDE(422, "Nobody outside would hear an allegation"),
    EPISODE_OPEN(409, "The child is missing already"),
    NOT_INDEPENDENT(403, "Somebody independent has to do this"),
    OPEN_GATES(422, "Something has to be done first"),
    SECOND_PERSON_NEEDED(403, "A second person has to do this"),
    IDENTIFIES_SOMEBODY(422, "The text leads to a person");

    private final int status;
    private final String title;

    ReferralProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
