package eu.waymark.log.note;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.log.Hash;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    private static final VerifierKey LOG = Keys.LOG.verifierKey();
    private static final Checkpoint CHECKPOINT = new Checkpoint(LOG.name(), 7, Hash.EMPTY_ROOT);

    /** The example of the specification. */
    private static final String TWO_LEVELS = """
            log %L

            # two of the first, any of the second
            witness X1 %1
            witness X2 %2
            witness X3 %3
            group X-witnesses 2 X1 X2 X3

            witness Y1 %4
            witness Y2 %5
            witness Y3 %6
            group Y-witnesses any Y1 Y2 Y3

            group X-and-Y all X-witnesses Y-witnesses
            quorum X-and-Y
            """;

    private static String filled(String text) {
        var filled = text.replace("%L", LOG.encoded());
        for (var number = 1; number <= 6; number++) {
            filled = filled.replace("%" + number, key(number).encoded());
        }
        return filled;
    }

    private static VerifierKey key(int number) {
        return Keys.witness(number).verifierKey();
    }

    private static SignedNote cosigned(int... witnesses) {
        var note = CHECKPOINT.sign(Keys.LOG);
        for (var number : witnesses) {
            note = note.signedBy(Keys.witness(number));
        }
        return note;
    }

    private static int[] numbers(String digits) {
        return digits == null
                ? new int[0]
                : digits.chars().map(Character::getNumericValue).toArray();
    }

    @ParameterizedTest
    @CsvSource({
        ", false",
        "12, false",
        "14, false",
        "456, false",
        "123, false",
        "124, true",
        "135, true",
        "236, true",
        "123456, true"
    })
    void aQuorumOfGroupsIsReachedAsTheSpecificationSays(String witnesses, boolean quorum) {
        // Given
        var policy = Policy.parse(filled(TWO_LEVELS));
        var note = cosigned(numbers(witnesses));

        // When
        var endorsement = policy.judge(note);

        // Then
        assertThat(endorsement.quorum()).isEqualTo(quorum);
        assertThat(endorsement.checkpoint()).isEqualTo(CHECKPOINT);
        assertThat(endorsement.log()).isEqualTo(LOG);
        assertThat(endorsement.witnesses())
                .isEqualTo(IntStream.of(numbers(witnesses))
                        .mapToObj(PolicyTest::key)
                        .collect(Collectors.toSet()));
        if (quorum) {
            assertThat(policy.open(note)).isEqualTo(CHECKPOINT);
        } else {
            assertThatThrownBy(() -> policy.open(note))
                    .isInstanceOf(InvalidNoteException.class)
                    .hasMessageContaining("too few for the policy");
        }
    }

    @ParameterizedTest
    @CsvSource({"any, 1, true", "all, 1, false", "all, 12, true", "1, 2, true", "2, 2, false", "2, 12, true"})
    void aGroupNeedsAnyAllOrSoManyOfItsMembers(String threshold, String witnesses, boolean quorum) {
        var policy =
                Policy.parse(filled("log %L\nwitness a %1\nwitness b %2\ngroup g " + threshold + " a b\nquorum g\n"));

        assertThat(policy.judge(cosigned(numbers(witnesses))).quorum()).isEqualTo(quorum);
    }

    @Test
    void aQuorumOfOneWitnessOrNoneNeedsNoGroup() {
        var one = Policy.parse(filled("quorum none\nlog %L"));
        var none = Policy.parse(filled("log %L\nwitness w %1\nquorum w\n"));

        assertThat(one.open(cosigned())).isEqualTo(CHECKPOINT);
        assertThat(one.needsNoWitness()).isTrue();
        assertThat(none.open(cosigned(1))).isEqualTo(CHECKPOINT);
        assertThat(none.needsNoWitness()).isFalse();
        assertThatThrownBy(() -> none.open(cosigned(2))).isInstanceOf(InvalidNoteException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, , true", "1, , false", "1, 3, true", "2, 3, false", "2, 13, true", "3, 123, true"})
    void aPolicyOfThreeServicesIsWrittenAndRead(int quorum, String witnesses, boolean reached) {
        // Given
        var policy = Policy.of(LOG, List.of(key(1), key(2), key(3)), quorum);

        // Then
        assertThat(policy.judge(cosigned(numbers(witnesses))).quorum()).isEqualTo(reached);
        assertThat(Policy.parse(policy.text()).text()).isEqualTo(policy.text());
        assertThat(policy.logs()).containsExactly(LOG);
        assertThat(policy.witnesses()).isEqualTo(Set.of(key(1), key(2), key(3)));
    }

    @Test
    void aPolicyIsServedAsTheSpecificationSpellsIt() {
        assertThat(Policy.of(LOG, List.of(key(1), key(2)), 2).text()).isEqualTo(filled("""
                log %L
                witness example.com/log/w1 %1
                witness example.com/log/w2 %2
                group services 2 example.com/log/w1 example.com/log/w2
                quorum services
                """));
        assertThat(Policy.of(LOG).text()).isEqualTo(filled("log %L\nquorum none\n"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3})
    void aQuorumThatCannotBeReachedIsRefused(int quorum) {
        assertThatThrownBy(() -> Policy.of(LOG, List.of(key(1), key(2)), quorum))
                .isInstanceOf(InvalidPolicyException.class);
    }

    @Test
    void oneOfSeveralLogsSuffices() {
        // Given
        var other = NoteSigner.log("example.com/other", Keys.seed(9));
        var policy = Policy.parse(filled("log " + other.verifierKey() + " https://example.com\nlog %L\nquorum none\n"));

        // Then
        assertThat(policy.open(cosigned())).isEqualTo(CHECKPOINT);
        assertThatThrownBy(() -> policy.open(CHECKPOINT.sign(other))).hasMessageContaining("another log");
    }

    @Test
    void aCheckpointThatOnlyWitnessesSignedIsRefused() {
        // Given
        var policy = Policy.parse(filled("log %L\nwitness w %1\nquorum w\n"));

        // When
        var note = CHECKPOINT.sign(Keys.witness(1));

        // Then
        assertThatThrownBy(() -> policy.open(note)).hasMessage("No known log signed the checkpoint");
        assertThatThrownBy(() -> Policy.parse("quorum none").open(note)).isInstanceOf(InvalidNoteException.class);
    }

    @Test
    void aWitnessCountsOnceHoweverOftenItSigns() {
        var policy = Policy.of(LOG, List.of(key(1), key(2)), 2);

        assertThatThrownBy(() -> policy.open(cosigned(1, 1))).isInstanceOf(InvalidNoteException.class);
        assertThat(policy.open(cosigned(1, 2, 1))).isEqualTo(CHECKPOINT);
    }

    @Test
    void aFalseCosignatureOfAKnownWitnessCondemnsTheCheckpoint() {
        // Given
        var policy = Policy.of(LOG, List.of(key(1), key(2)), 1);
        var ofAnother = new Checkpoint(LOG.name(), 8, Hash.EMPTY_ROOT).sign(Keys.witness(2));

        // When
        var note = cosigned(1).with(ofAnother.signatures().getFirst());

        // Then
        assertThatThrownBy(() -> policy.judge(note)).hasMessage("A signature in the name of a known key is wrong");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|log|too few words",
                "1|log %L url more|too many words",
                "1|log %1|not the key of a log",
                "1|log %L+|not a verifier key",
                "1|log example.com/log+00000000+AAAA|not a verifier key",
                "2|log %L;log %L|same key",
                "1|witness w|too few words",
                "1|witness w %1 url more|too many words",
                "1|witness w %L|not the key of a witness",
                "2|witness v %1;witness w %1|same key",
                "2|witness w %1;witness w %2|the name w is taken",
                "1|witness none %1|the name none is taken",
                "2|witness w %1;group w any w|the name w is taken",
                "2|witness w %1;group none any w|the name none is taken",
                "2|witness w %1;group g any|too few words",
                "2|witness w %1;group g any v|no line above defines v",
                "2|witness w %1;group g any g|no line above defines g",
                "1|group g any none|no line above defines none",
                "2|witness w %1;group g any w w|w is a member already",
                "3|witness w %1;group g any w;group h any w|w is a member already",
                "4|witness w %1;group g any w;group h any g;group i any g|g is a member already",
                "2|witness w %1;group g 0 w|a number from 1 to 1",
                "2|witness w %1;group g 2 w|a number from 1 to 1",
                "2|witness w %1;group g 01 w|a number from 1 to 1",
                "2|witness w %1;group g +1 w|a number from 1 to 1",
                "2|witness w %1;group g 4294967297 w|a number from 1 to 1",
                "2|witness w %1;group g ANY w|a number from 1 to 1",
                "1|quorum|too few words",
                "1|quorum none none|too many words",
                "1|quorum w|no line above defines w",
                "2|quorum none;quorum none|a second quorum",
                "1|quorum w;witness w %1|no line above defines w",
                "2|log %L;Log %L|neither log, witness, group nor quorum",
                "2|log %L;|without a quorum",
                "1|''|without a quorum"
            })
    void aFaultIsNamedWithItsLine(int line, String text, String fault) {
        assertThatThrownBy(() -> Policy.parse(filled(text.replace(';', '\n'))))
                .isInstanceOfSatisfying(
                        InvalidPolicyException.class, e -> assertThat(e.line()).isEqualTo(line))
                .hasMessageStartingWith("Line " + line + ": ")
                .hasMessageContaining(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\0", "\u000b", "\u007f", "\u001f"})
    void onlyTabAndNewlineAreControlCharacters(String control) {
        assertThatThrownBy(() -> Policy.parse("#" + control + "\nquorum none\n"))
                .hasMessageContaining("Line 1: a control character");
    }

    @Test
    void spacesTabsAndCommentsMeanNothing() {
        var policy = Policy.parse(filled(" \t\n  # log\n\tlog \t %L  \n\n witness\tw  %1\t\n quorum w"));

        assertThat(policy.open(cosigned(1))).isEqualTo(CHECKPOINT);
        assertThatThrownBy(() -> policy.open(cosigned())).isInstanceOf(InvalidNoteException.class);
    }

    @Test
    void octetsBeyondAsciiAreOpaque() {
        // Given
        var kelvin = filled("log %L\nwitness K %1\nwitness \u212a %2\ngroup g all K \u212a\nquorum g\n");
        var latin1 = filled("log %L\nwitness \u00e9\u00a0 %1 # not UTF-8\nquorum \u00e9\u00a0\n")
                .replace(" # not UTF-8", "");

        // Then
        assertThat(Policy.parse(kelvin).open(cosigned(1, 2))).isEqualTo(CHECKPOINT);
        assertThat(Policy.parse(kelvin.getBytes(UTF_8)).text()).isEqualTo(kelvin);
        assertThat(Policy.parse(latin1.getBytes(ISO_8859_1)).open(cosigned(1))).isEqualTo(CHECKPOINT);
    }

    @Test
    void hundredsOfLinesAreRead() {
        // Given
        var text = new StringBuilder(filled("log %L\nwitness w %1\ngroup g0 all w\n"));
        IntStream.range(0, 5000).forEach(at -> text.append("group g%d 1 g%d\n".formatted(at + 1, at)));

        // When
        var policy = Policy.parse(text + "quorum g5000\n");

        // Then
        assertThat(policy.judge(cosigned(1)).quorum()).isTrue();
        assertThat(policy.judge(cosigned(2)).quorum()).isFalse();
    }

    @Test
    void noFlippedBitOfAPolicyLetsAnUnsignedCheckpointThrough() {
        // Given
        var good = filled("log %L\nwitness w %1\nwitness v %2\ngroup g 2 w v\nquorum g\n")
                .getBytes(UTF_8);
        var verdicts = List.of(cosigned(1, 2), cosigned(1), cosigned(2), cosigned());

        for (var bit = 0; bit < good.length * 8; bit++) {
            // When
            var bytes = good.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);

            // Then: only another name after "quorum" can stand for fewer witnesses, and none for no witness at all
            var before = new String(good, 0, bit / 8, ISO_8859_1);
            var accepted = accepted(bytes, verdicts);
            assertThat(accepted).as("bit %d", bit).doesNotContain(verdicts.getLast());
            assertThat(before.endsWith("quorum ") ? verdicts.subList(0, 1) : accepted)
                    .as("bit %d", bit)
                    .isIn(List.of(), verdicts.subList(0, 1));
        }
        assertThat(accepted(good, verdicts)).containsExactly(verdicts.getFirst());
    }

    private static List<SignedNote> accepted(byte[] policy, List<SignedNote> notes) {
        try {
            var parsed = Policy.parse(policy);
            return notes.stream().filter(note -> opens(parsed, note)).toList();
        } catch (InvalidPolicyException e) {
            return List.of();
        }
    }

    private static boolean opens(Policy policy, SignedNote note) {
        try {
            return policy.open(note).equals(CHECKPOINT);
        } catch (InvalidNoteException e) {
            return false;
        }
    }

    @Test
    void aPolicyShowsItsText() {
        assertThat(Policy.parse("quorum none\n")).hasToString("quorum none\n");
        assertThat(Arrays.asList(Policy.parse("quorum none\n").logs().toArray()))
                .isEmpty();
    }
}
