package eu.waymark.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done, other than read. An administrative action touches no child, so needs neither relationship nor purpose. */
public enum Action implements Coded {
    CHECK("check"),
    SEARCH_PERSONS("person:search"),
    CREATE_PERSON("person:create"),
    CHANGE_PERSON("person:change"),
    /** Say whether two records are one child, and with another agency's record propose or confirm it. */
    REVIEW_PERSONS("person:review"),
    /** Take a link back, and seal one. */
    LINK_PERSONS("person:link"),
    ERASE_PERSON("person:erase"),
    IMPORT_PERSONS("person:import"),
    CREATE_ENTRY("entry:create"),
    REVIEW_ENTRY("entry:review"),
    CLOSE_ENTRY("entry:close"),
    SEAL_ENTRY("entry:seal"),
    EXCLUDE_FROM_ENTRY("entry:exclude"),
    REQUEST_DISCLOSURE("disclosure:request"),
    DECIDE_DISCLOSURE("disclosure:decide"),
    PROPOSE_TRANSFER("transfer:propose"),
    DECIDE_TRANSFER("transfer:decide"),
    SEND_NOTICE("notice:send"),
    RAISE_ALERT("alert:raise"),
    OPEN_EMERGENCY_ACCESS("emergency-access:open"),
    REVIEW_EMERGENCY_ACCESS("emergency-access:review"),
    CREATE_REFERRAL("referral:create"),
    DECIDE_REFERRAL("referral:decide"),
    WORK_REFERRAL("referral:work"),
    REQUEST_INFORMATION("information:request"),
    ANSWER_INFORMATION("information:answer"),
    /** Open and close the one assessment of a child, and invite agencies to it. */
    LEAD_ASSESSMENT("assessment:lead"),
    /** Write and sign one's own agency's section. */
    WRITE_ASSESSMENT("assessment:write"),
    APPROVE_ASSESSMENT("assessment:approve"),
    REFER_TRAFFICKING("trafficking:refer"),
    DECIDE_TRAFFICKING("trafficking:decide"),
    REPORT_MISSING("missing:report"),
    WORK_MISSING("missing:work"),
    /** Ask somebody without an account for a contribution. */
    ASK_CONTRIBUTION("contribution:ask"),
    WRITE_SUPERVISION("supervision:write"),
    /** Give a child a code by which it can say how it was served. */
    ASK_FEEDBACK("feedback:ask"),
    READ_FEEDBACK("feedback:read"),
    WRITE_LESSON("lesson:write"),
    READ_LESSON("lesson:read"),
    WRITE_DIRECTORY("directory:write", true),
    WRITE_POLICY("policy:write", true),
    WRITE_RULES("rules:write", true),
    MANAGE_WEBHOOKS("webhook:manage", true),
    READ_STATISTICS("statistics:read", true),
    READ_AUDIT("audit:read", true),
    EXPORT_AUDIT("audit:export", true),
    RESOLVE_FINDING("finding:resolve", true),
    READ_HEALTH("health:read", true);

    private final String code;
    private final boolean administrative;

    Action(String code) {
        this(code, false);
    }

    Action(String code, boolean administrative) {
        this.code = code;
        this.administrative = administrative;
    }

    /** Empty for any other spelling. */
    public static Optional<Action> of(@Nullable String code) {
        return Coded.find(Action.class, code);
    }

    boolean administrative() {
        return administrative;
    }

    @JsonValue
    @Override
    public String code() {
        return code;
    }
}
