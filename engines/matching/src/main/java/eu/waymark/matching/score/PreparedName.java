package eu.waymark.matching.score;

import eu.waymark.matching.name.NameRole;
import eu.waymark.matching.name.NameToken;
import java.util.Arrays;

/** One name as arrays, with the share of people who have each word; that is worked out when it is first asked for. */
final class PreparedName {

    private static final double UNKNOWN = -1;

    private final NameToken[] tokens;
    private final double[] shares;
    private final TermFrequencies frequencies;
    private final Parameters parameters;

    private PreparedName(NameToken[] tokens, double[] shares, TermFrequencies frequencies, Parameters parameters) {
        this.tokens = tokens;
        this.shares = shares;
        this.frequencies = frequencies;
        this.parameters = parameters;
    }

    static PreparedName of(NameToken[] tokens, TermFrequencies frequencies, Parameters parameters) {
        double[] shares = new double[tokens.length];
        Arrays.fill(shares, UNKNOWN);
        return new PreparedName(tokens, shares, frequencies, parameters);
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
        joinedShares[at] = Math.min(other.share(whole), Math.min(share(at), share(at + 1)));
        return new PreparedName(joined, joinedShares, frequencies, parameters);
    }

    int length() {
        return tokens.length;
    }

    NameToken token(int index) {
        return tokens[index];
    }

    /** Two threads may both work it out, with one result. */
    double share(int index) {
        double share = shares[index];
        if (share == UNKNOWN) {
            share = share(tokens[index]);
            shares[index] = share;
        }
        return share;
    }

    private double share(NameToken token) {
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
