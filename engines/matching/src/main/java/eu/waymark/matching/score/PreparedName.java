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

    /** This name with the words at {@code at} and behind it replaced by the word of another that joins them. */
    PreparedName withJoined(int at, PreparedName other, int whole) {
        var joined = new NameToken[tokens.length - 1];
        var joinedShares = new double[tokens.length - 1];
        for (int i = 0; i < joined.length; i++) {
            joined[i] = tokens[i <= at ? i : i + 1];
            joinedShares[i] = shares[i <= at ? i : i + 1];
        }
        joined[at] = new NameToken(tokens[at].role(), other.token(whole).forms());
        joinedShares[at] = Math.min(other.share(whole), Math.min(shares[at], shares[at + 1]));
        return new PreparedName(joined, joinedShares);
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
        if (token.role() == NameRole.UNKNOWN || token.role() == NameRole.PATRONYMIC) {
            // The commoner reading: a word must not count as rare because nobody said what it is.
            share = Math.max(share, frequencies.shareOf(new Term(NameRole.GIVEN, key)));
            share = Math.max(share, frequencies.shareOf(new Term(NameRole.FAMILY, key)));
        }
        return share > 0 ? share : parameters.shareUnknown(token.role());
    }
}
