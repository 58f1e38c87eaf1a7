package eu.waymark.identity.demographics;

import eu.waymark.identity.IdentityProblem;

/** Refuses to leaf through the register. */
public final class BroadSearch {

    private BroadSearch() {}

    /** @throws eu.waymark.platform.web.problem.ProblemException 422 when the search says too little or has wildcards */
    public static void refuse(Demographics who) {
        if (!who.isSearchable()) {
            throw IdentityProblem.SEARCH_TOO_BROAD
                    .because("Search for one person: give a name of at least two letters, without wildcards.")
                    .at("names", "say too little");
        }
    }
}
