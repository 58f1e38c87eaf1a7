package eu.waymark.platform.web.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.platform.web.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private final Cursor cursor = new Cursor(Instant.parse("2026-11-22T09:30:00.123456789Z"), UUID.randomUUID());

    @Test
    void a_cursor_comes_back_as_it_went() {
        assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "made-up", "AAAA", "%%%"})
    void anything_else_is_refused_with_400(String text) {
        assertThatThrownBy(() -> Cursor.decode(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type().status()).isEqualTo(400));
    }

    @Test
    void a_page_has_a_next_only_when_there_is_more() {
        assertThat(Page.of(List.of(1, 2, 3), 2, row -> cursor, row -> row).items())
                .containsExactly(1, 2);
        assertThat(Page.of(List.of(1, 2, 3), 2, row -> cursor, row -> row).next())
                .isEqualTo(cursor.encode());
        assertThat(Page.of(List.of(1, 2), 2, row -> cursor, row -> row).next()).isNull();
    }
}
