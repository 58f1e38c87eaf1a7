package eu.waymark.matching.score;

import eu.waymark.matching.name.NameRole;
import eu.waymark.matching.name.NameToken;
import java.util.List;

/** One name as arrays, with the share of people who have each word. */
final class PreparedName {

    private final NameToken[] tokens;
    private final double[] shares;

    private PreparedName(NameToken[] tokens, double[] shares) {
        this.tokens = tokens;
        this.shares = shares;
    }

    static PreparedName of(List<NameToken> tokens, TermFrequencies frequencies, Parameters parameters) {
        double[] shares = new double[tokens.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = share(tokens.get(i), frequencies, parameters);
        }
        return new PreparedName(tokens.toArray(NameToken[]::new), shares);
    }

    int length() {
        return tokens.length;
    }

    NameToken token(int index) {
        return tokens[index];
    }

    double share(int index) {
        return shares[index];
    }

    private static double share(NameToken token, TermFrequencies frequencies, Parameters parameters) {
        String key = token.forms().canonical();
        double share = frequencies.shareOf(new Term(token.role(), key));
        if (token.role() == NameRole.UNKNOWN) {
            // The commoner reading: a word must not count as rare because nobody said what it is.
            share = Math.max(share, frequencies.shareOf(new Term(NameRole.GIVEN, key)));
            share = Math.max(share, frequencies.shareOf(new Term(NameRole.FAMILY, key)));
        }
        return share > 0 ? share : parameters.shareUnknown(token.role());
    }
}
