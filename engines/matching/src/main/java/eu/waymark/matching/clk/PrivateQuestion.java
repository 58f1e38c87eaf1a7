package eu.waymark.matching.clk;

import eu.waymark.matching.clk.EncodingResult.Encoded;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How an agency puts a question on the wire. */
public final class PrivateQuestion {

    private static final Pattern EPOCH = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private PrivateQuestion() {}

    /** Whether this may name an epoch: such texts stand in JSON as they are. */
    public static boolean canName(String epoch) {
        return EPOCH.matcher(epoch).matches();
    }

    /**
     * The body of {@code POST /api/identity/v1/private-queries}. The shelf is a text, because not every reader of JSON
     * keeps 64 bits of a number.
     *
     * @param epoch name of the key's epoch
     * @throws IllegalArgumentException for an epoch that {@link #canName} refuses
     */
    public static String json(String epoch, Encoded question) {
        if (!canName(epoch)) {
            throw new IllegalArgumentException("An epoch is named by letters, digits, dots, dashes and underscores");
        }
        return question.encodings().stream()
                .map(one -> "{\"reading\":\"%s\",\"shelf\":\"%d\",\"clk\":\"%s\"}"
                        .formatted(one.reading(), one.shelf(), one.clk().toBase64()))
                .collect(Collectors.joining(",", "{\"epoch\":\"" + epoch + "\",\"encodings\":[", "]}"));
    }
}
