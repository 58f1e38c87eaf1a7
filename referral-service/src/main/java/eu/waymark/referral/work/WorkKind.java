package eu.waymark.referral.work;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;

/** What somebody has to do. The kind says which resource the item's reference names. */
public enum WorkKind {
    /** Accept or reject a referral. */
    REFERRAL_DECISION("referrals"),
    /** Tell the recipient of a referral what it asked for. */
    REFERRAL_ANSWER("referrals"),
    /** Do what an accepted referral asks for. */
    REFERRAL_WORK("referrals"),
    /** Write the agency's own section, and sign it. */
    ASSESSMENT_SECTION("assessments"),
    /** Approve an assessment that all have signed. */
    ASSESSMENT_APPROVAL("assessments"),
    /** See an assessment through to its end. */
    ASSESSMENT_CLOSING("assessments"),
    /** Answer a request for information. */
    INFORMATION_ANSWER("information-requests"),
    /** Read an answer that has come. */
    INFORMATION_READING("information-requests"),
    /** Nobody has received a request: call the desk. */
    INFORMATION_UNRECEIVED("information-requests"),
    /** As the central authority, decide what was refused or left unanswered. */
    INFORMATION_ESCALATION("information-requests"),
    /** See to it that somebody without an account writes, or ask somebody else. */
    CONTRIBUTION_AWAITED("contributions"),
    /** Read what somebody without an account has written. */
    CONTRIBUTION_READING("contributions"),
    /** Take a referral of somebody who may have been trafficked: the local authority. */
    TRAFFICKING_RECEPTION("trafficking-referrals"),
    /** Decide whether there are reasonable grounds, or record what was decided. */
    TRAFFICKING_REASONABLE_GROUNDS("trafficking-referrals"),
    /** Decide conclusively, or record it: from its start on, and not before. */
    TRAFFICKING_CONCLUSIVE_GROUNDS("trafficking-referrals"),
    /** Raise the doubt about an age with identity by hand: it could not be told. */
    AGE_DOUBT_RAISING("trafficking-referrals"),
    /** Say which child a report is about, and look for it. */
    MISSING_REPORT("missing-episodes/reports"),
    /** Do what is expected while a child is missing; the clock is that of what comes next. */
    MISSING_ACTIONS("missing-episodes"),
    /** End the register's alert for a child that is back. */
    END_ALERT("missing-episodes"),
    /** Have somebody independent ask a child that is back why it went. */
    RETURN_INTERVIEW("missing-episodes"),
    /** Do what was agreed about a child in supervision; the clock is that of what comes next. */
    SUPERVISION_ACTIONS("supervision"),
    /** Hear, as a supervisor, what a child says of its worker. */
    FEEDBACK("feedback", "supervisor"),
    /** Hear, from outside its agency, what a child says against somebody who should protect it. */
    ALLEGATION("feedback", "supervisor", "central-authority");

    private final String resource;
    private final Set<String> onlyFor;

    /** @param onlyFor roles that alone may know that there is such work; everybody of the agency where none is named */
    WorkKind(String resource, String... onlyFor) {
        this.resource = resource;
        this.onlyFor = Set.of(onlyFor);
    }

    /** @throws IllegalArgumentException when there is no such kind */
    public static WorkKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where the thing is found that the work is about. */
    public String resource() {
        return resource;
    }

    /** Whether there being such work is itself a secret before others. */
    boolean isConfidential() {
        return !onlyFor.isEmpty();
    }

    /** Whether its clock is told to nobody: the agency's inbox is open to those whom the child speaks of. */
    boolean isQuiet() {
        return this == FEEDBACK;
    }

    /** Whether somebody with these roles may know that there is such work. */
    public boolean isFor(Set<String> roles) {
        return onlyFor.isEmpty() || !Collections.disjoint(onlyFor, roles);
    }
}
