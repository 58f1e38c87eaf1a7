package eu.waymark.referral.referral;

import static eu.waymark.referral.referral.ReferralStatus.ACCEPTED;
import static eu.waymark.referral.referral.ReferralStatus.REJECTED;
import static eu.waymark.referral.referral.ReferralStatus.REVOKED;
import static eu.waymark.referral.referral.ReferralStatus.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.referral.ReferralProblem;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReferralStatusTest {

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "REJECTED", "REVOKED"})
    void whatIsSentCanBeDecidedOrRevoked(ReferralStatus next) {
        assertThat(SENT.to(next)).isEqualTo(next);
    }

    @ParameterizedTest
    @MethodSource("illegalMoves")
    void nothingElseMoves(ReferralStatus from, ReferralStatus to) {
        assertThatThrownBy(() -> from.to(to))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(ReferralProblem.ILLEGAL_TRANSITION));
    }

    static Stream<Arguments> illegalMoves() {
        return Stream.concat(
                Stream.of(Arguments.of(SENT, SENT)),
                EnumSet.of(ACCEPTED, REJECTED, REVOKED).stream()
                        .flatMap(from -> Stream.of(ReferralStatus.values()).map(to -> Arguments.of(from, to))));
    }
}
