package eu.waymark.identity;

import eu.waymark.platform.web.problem.ProblemType;

/** What only this service refuses. */
public enum IdentityProblem implements ProblemType {
    SECOND_PERSON_NEEDED("second-person-needed", 403, "Another person has to approve this"),
    ERASURE_OPEN("erasure-open", 409, "An erasure of this record is open"),
    RESTRICTED("restricted", 409, "The record is restricted"),
    ILLEGAL_TRANSITION("illegal-transition", 409, "This cannot be done in the current state"),
    IMPORT_OFFSET("import-offset", 409, "The import stands elsewhere"),
    REVIEW_CLAIMED("review-claimed", 409, "Somebody else has this review in hand"),
    REVIEW_NOT_CLAIMED("review-not-claimed", 409, "Claim the review first"),
    ALREADY_DECIDED("already-decided", 409, "People have decided this pair"),
    ANOTHER_REVIEWER_NEEDED("another-reviewer-needed", 403, "Another reviewer has to look at this"),
    SAFEGUARDS_MISSING("safeguards-missing", 422, "The assessment lacks safeguards"),
    SEARCH_USED("search-used", 409, "The search has already been used"),
    SEARCH_EXPIRED("search-expired", 410, "The search has expired"),
    SEARCH_MISMATCH("search-mismatch", 422, "The record does not follow the search"),
    SEARCH_TOO_BROAD("search-too-broad", 422, "Too little to search on"),
    SEARCH_ENUMERATION("search-enumeration", 429, "These searches leaf through the register"),
    TOO_MANY_SEARCHES("too-many-searches", 429, "Too many searches in a minute"),
    TRAINING_OPEN("training-open", 409, "A model is being learnt"),
    CASE_REFERENCE_REQUIRED("case-reference-required", 422, "A case reference is required"),
    UNKNOWN_EPOCH("unknown-epoch", 422, "The encodings are of another epoch"),
    QUESTION_REPEATED("question-repeated", 409, "You have asked about this child for another case"),
    TOO_MANY_PRIVATE_QUERIES("too-many-private-queries", 429, "The quota of private queries is used up"),
    PRIVATE_QUERIES_OFF("private-queries-off", 503, "There are no private queries here"),
    CATCHING_UP("catching-up", 503, "Not all records are in memory yet"),
    IMPORT_TOO_LARGE("import-too-large", 422, "Too many lines at once");

    private final String slug;
    private final int status;
    private final String title;

    IdentityProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
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
