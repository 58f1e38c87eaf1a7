package eu.waymark.log.note;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import eu.waymark.log.note.Policy.Group;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a policy file line by line. Octets beyond ASCII are opaque, as the specification says: one Latin-1 character each,
 * and never a space.
 */
final class PolicyParser {

    private static final Pattern NOT_ALLOWED = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F]");
    private static final Pattern SPACE = Pattern.compile("[ \t]+");
    private static final Pattern DECIMAL = Pattern.compile("[1-9][0-9]{0,8}");

    private final byte[] octets;
    private final Map<String, VerifierKey> logs = new LinkedHashMap<>();
    private final Map<String, VerifierKey> witnesses = new LinkedHashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> members = new HashSet<>();
    private @Nullable String quorum;
    private int line;

    PolicyParser(byte[] octets) {
        this.octets = octets;
    }

    Policy policy() {
        for (var text : new String(octets, ISO_8859_1).split("\n", -1)) {
            line++;
            if (NOT_ALLOWED.matcher(text).find()) {
                throw fault("a control character other than tab and newline");
            }
            var words =
                    Stream.of(SPACE.split(text)).filter(word -> !word.isEmpty()).toList();
            if (!words.isEmpty() && !words.getFirst().startsWith("#")) {
                read(words);
            }
        }
        if (quorum == null) {
            throw fault("the policy ends without a quorum");
        }
        return new Policy(octets, List.copyOf(logs.values()), witnesses, groups, quorum);
    }

    private void read(List<String> words) {
        switch (words.getFirst()) {
            case "log" -> log(counted(words, 2, 3));
            case "witness" -> witness(counted(words, 3, 4));
            case "group" -> group(counted(words, 4, Integer.MAX_VALUE));
            case "quorum" -> quorum(counted(words, 2, 2));
            default -> throw fault("neither log, witness, group nor quorum");
        }
    }

    private void log(List<String> words) {
        addKey(logs, words.get(1), words.get(1), SignatureType.NOTE);
    }

    private void witness(List<String> words) {
        define(words.get(1));
        addKey(witnesses, words.get(1), words.get(2), SignatureType.COSIGNATURE);
    }

    private void group(List<String> words) {
        var of = words.subList(3, words.size());
        of.forEach(this::requireDefined);
        for (var member : of) {
            if (!members.add(member)) {
                throw fault(shown(member) + " is a member already");
            }
        }
        define(words.get(1));
        groups.add(new Group(words.get(1), threshold(words.get(2), of.size()), of));
    }

    private int threshold(String word, int all) {
        var threshold =
                switch (word) {
                    case "any" -> 1;
                    case "all" -> all;
                    default -> DECIMAL.matcher(word).matches() ? Integer.parseInt(word) : 0;
                };
        if (threshold < 1 || threshold > all) {
            throw fault("a group of " + all + " needs any, all, or a number from 1 to " + all);
        }
        return threshold;
    }

    private void quorum(List<String> words) {
        if (quorum != null) {
            throw fault("a second quorum");
        }
        if (!words.get(1).equals(Policy.NO_WITNESS)) {
            requireDefined(words.get(1));
        }
        quorum = words.get(1);
    }

    private void define(String name) {
        if (name.equals(Policy.NO_WITNESS) || !names.add(name)) {
            throw fault("the name " + shown(name) + " is taken");
        }
    }

    private void requireDefined(String name) {
        if (!names.contains(name)) {
            throw fault("no line above defines " + shown(name));
        }
    }

    private void addKey(Map<String, VerifierKey> into, String name, String encoded, SignatureType type) {
        var key = key(encoded);
        if (key.type() != type) {
            throw fault(type == SignatureType.NOTE ? "not the key of a log" : "not the key of a witness");
        }
        // The same key under another name would let one party count twice.
        if (!keys.add(type + NoteText.encodeBase64(key.publicKey()))) {
            throw fault("a line above has the same key");
        }
        into.put(name, key);
    }

    private VerifierKey key(String encoded) {
        try {
            return VerifierKey.parse(NoteText.decode(encoded.getBytes(ISO_8859_1)));
        } catch (InvalidNoteException e) {
            throw new InvalidPolicyException(line, "not a verifier key: " + e.getMessage(), e);
        }
    }

    private List<String> counted(List<String> words, int least, int most) {
        if (words.size() < least || words.size() > most) {
            throw fault("too " + (words.size() < least ? "few" : "many") + " words after " + words.getFirst());
        }
        return words;
    }

    private static String shown(String name) {
        return new String(name.getBytes(ISO_8859_1), UTF_8);
    }

    private InvalidPolicyException fault(String fault) {
        return new InvalidPolicyException(line, fault);
    }
}
