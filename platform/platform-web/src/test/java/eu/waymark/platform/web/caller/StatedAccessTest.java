package eu.waymark.platform.web.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatedAccessTest {

    @Test
    void codes_are_taken_from_the_headers() {
        var stated = StatedAccess.of(
                Map.of("Purpose-Of-Use", "CP-ASSESS", "Legal-Basis", "hague-1996-34", "Case-Reference", "2026/117")
                        ::get,
                "id");
        assertThat(stated).isEqualTo(new StatedAccess("CP-ASSESS", "hague-1996-34", "2026/117", "id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Anna Koval was here", "x\ny", "-leading", "\u202Eright-to-left"})
    void free_text_never_reaches_the_audit_trail(String text) {
        assertThat(StatedAccess.of(name -> text, "id").purpose()).isNull();
        assertThat(StatedAccess.of(name -> "x".repeat(65), "id").caseReference())
                .isNull();
    }
}
