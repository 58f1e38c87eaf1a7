package eu.waymark.referral.referral;

import static eu.waymark.referral.referral.ReferralStatus.ACCEPTED;
import static eu.waymark.referral.referral.ReferralStatus.DONE;
import static eu.waymark.referral.referral.ReferralStatus.DRAFT;
import static eu.waymark.referral.referral.ReferralStatus.RECEIVED;
import static eu.waymark.referral.referral.ReferralStatus.REJECTED;
import static eu.waymark.referral.referral.ReferralStatus.RETURNED;
import static eu.waymark.referral.referral.ReferralStatus.REVOKED;
import static eu.waymark.referral.referral.ReferralStatus.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoveTest {

    @ParameterizedTest
    @EnumSource(names = {"SENT", "RECEIVED"})
    void whatIsUndecidedCanBeDecidedReturnedForwardedOrRevoked(ReferralStatus undecided) {
        assertThat(Move.ACCEPT.next(undecided)).contains(ACCEPTED);
        assertThat(Move.REJECT.next(undecided)).contains(REJECTED);
        assertThat(Move.RETURN.next(undecided)).contains(RETURNED);
        assertThat(Move.FORWARD.next(undecided)).contains(SENT);
        assertThat(Move.REVOKE.next(undecided)).contains(REVOKED);
        assertThat(undecided.isUndecided()).isTrue();
    }

    @Test
    void whatIsReturnedWaitsForItsSender() {
        assertThat(movesFrom(RETURNED)).containsExactlyInAnyOrder(Move.RESUBMIT, Move.REVOKE, Move.SHARE, Move.RAISE);
        assertThat(Move.RESUBMIT.next(RETURNED)).contains(SENT);
    }

    @Test
    void whatIsAcceptedIsDoneAndNotTakenBack() {
        assertThat(movesFrom(ACCEPTED)).containsExactlyInAnyOrder(Move.FINISH, Move.SHARE, Move.RAISE);
        assertThat(Move.FINISH.next(ACCEPTED)).contains(DONE);
    }

    @Test
    void aDraftIsSavedSentOrWithdrawn() {
        assertThat(movesFrom(DRAFT)).containsExactlyInAnyOrder(Move.SAVE, Move.SEND, Move.REVOKE);
        assertThat(Move.SAVE.next(DRAFT)).contains(DRAFT);
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "REVOKED", "DONE"})
    void whatIsOverIsOver(ReferralStatus over) {
        assertThat(movesFrom(over)).isEmpty();
    }

    @Test
    void everyStateIsReachedByAMove() {
        var reached = EnumSet.of(DRAFT, SENT);
        for (var i = 0; i < ReferralStatus.values().length; i++) {
            Set.copyOf(reached).forEach(from -> Stream.of(Move.values())
                    .flatMap(move -> move.next(from).stream())
                    .forEach(reached::add));
        }

        assertThat(reached).containsExactlyInAnyOrder(ReferralStatus.values()).contains(RECEIVED);
    }

    private static Set<Move> movesFrom(ReferralStatus status) {
        return Stream.of(Move.values())
                .filter(move -> move.next(status).isPresent())
                .collect(Collectors.toSet());
    }
}
