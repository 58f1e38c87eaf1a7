package eu.waymark.platform.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
class SealedEventsTest {

    private static final String TAG_SHAPE = "[A-Za-z0-9_-]{21}[AQgw]";

    private enum Type implements AuditEventType {
        SEARCHED;

        @Override
        public String code() {
            return "test.searched";
        }

        @Override
        public Action action() {
            return Action.EXECUTE;
        }
    }

    @Inject
    AuditOutbox outbox;

    @Inject
    PersonTags tags;

    @Inject
    EntityManager entities;

    @Test
    void search_terms_are_sealed_beside_the_event_and_the_event_vouches_for_them() throws NoSuchAlgorithmException {
        // When
        var event = written(trail -> trail.seal("terms", Map.of("names", List.of("Ana Koval"))))
                .getFirst();

        // Then
        assertThat(event.json()).doesNotContain("Koval");
        assertThat(event.text("/sealed/alg")).isEqualTo("HPKE-X25519-SHA256-AES256GCM");
        var sha256 = MessageDigest.getInstance("SHA-256").digest(event.sealed());
        assertThat(event.text("/sealed/sha256")).isEqualTo(Base64.getEncoder().encodeToString(sha256));
        assertThat(event.details().at("/terms/names/0").asText()).isEqualTo("Ana Koval");
    }

    @Test
    void an_event_with_nothing_to_hide_has_no_details() {
        var event = written(trail -> trail.about(tag())).getFirst();
        assertThat(event.sealed()).isNull();
        assertThat(event.event().has("sealed")).isFalse();
        assertThat(event.text("/agent/agency")).isEqualTo("FR-69-CRIP");
    }

    @Test
    void a_sealed_subject_shows_a_tag_of_this_event_only_and_nothing_of_where_it_is_known() {
        // Given
        var hidden = sealedTag();

        // When
        var first = writtenAbout(hidden);
        var second = writtenAbout(hidden);

        // Then
        assertThat(first.subjects()).singleElement().asString().matches(TAG_SHAPE);
        assertThat(first.subjects()).doesNotContain(hidden).isNotEqualTo(second.subjects());
        assertThat(first.json())
                .doesNotContain(hidden, "FR-69-CRIP", "\"FR\"", "child-protection", "portal-lyon", "CASE-7")
                .doesNotContain("resource-of-the-child", "agreement-of-two-countries")
                .contains("CP-ASSESS", "FR-L221", "practitioner");
        assertThat(first.details().toString())
                .contains(hidden, "FR-69-CRIP", "\"FR\"", "child-protection", "portal-lyon", "CASE-7")
                .contains("resource-of-the-child", "agreement-of-two-countries");
    }

    @Test
    void work_that_conceals_itself_hides_children_who_are_not_sealed_and_the_place_even_without_a_child() {
        // Given
        var tag = tag();
        tags.remember(UUID.randomUUID(), tag);

        // When
        var named = written(trail -> {
                    trail.conceal();
                    trail.about(tag);
                    trail.resource("resource-of-the-child");
                })
                .getFirst();
        var unnamed = written(Trail::conceal).getFirst();

        // Then
        assertThat(named.json()).doesNotContain(tag, "FR-69-CRIP", "portal-lyon", "CASE-7", "resource-of-the-child");
        assertThat(named.details().toString()).contains(tag, "FR-69-CRIP", "CASE-7", "resource-of-the-child");
        assertThat(unnamed.json()).doesNotContain("FR-69-CRIP", "portal-lyon", "CASE-7");
    }

    @Test
    void one_that_is_not_sealed_shows_all_of_it() {
        var tag = tag();
        tags.remember(UUID.randomUUID(), tag);
        assertThat(writtenAbout(tag).json())
                .contains(tag, "FR-69-CRIP", "portal-lyon", "CASE-7", "resource-of-the-child");
    }

    @Test
    void one_that_is_unsealed_shows_all_of_it_again() {
        // Given
        var record = UUID.randomUUID();
        var tag = tag();
        tags.remember(record, tag);
        tags.seal(record, true);
        assertThat(writtenAbout(tag).json()).doesNotContain(tag);

        // When
        tags.seal(record, false);

        // Then
        assertThat(writtenAbout(tag).json()).contains(tag, "FR-69-CRIP");
    }

    @Test
    void searches_of_sealed_and_of_other_subjects_have_details_of_the_same_length() {
        var search = (Consumer<Trail>) trail -> trail.seal("terms", Map.of("names", List.of("Ana Koval")));
        var open = written(search.andThen(trail -> trail.about(tag()))).getFirst();
        var hidden = written(search.andThen(trail -> trail.about(sealedTag()))).getFirst();
        assertThat(hidden.sealed()).hasSameSizeAs(open.sealed());
        assertThat(fields(hidden)).isEqualTo(fields(open));
        assertThat(open.subjects()).singleElement().asString().matches(TAG_SHAPE);
    }

    @Test
    void in_a_list_the_place_of_a_sealed_subject_is_not_its_own() {
        // Given
        var open = IntStream.range(0, 30).mapToObj(i -> tag()).toList();
        var hidden = sealedTag();

        // When
        var event = written(trail -> {
                    trail.about(hidden);
                    open.forEach(trail::about);
                })
                .getFirst();

        // Then
        assertThat(event.subjects())
                .hasSize(31)
                .containsAll(open)
                .doesNotContain(hidden)
                .isSorted();
    }

    @Test
    void a_list_too_long_for_one_event_is_told_in_parts_that_name_every_child() {
        // Given
        var many = IntStream.range(0, 1_000).mapToObj(i -> tag()).toList();

        // When
        var parts = written(trail -> {
            many.forEach(trail::about);
            trail.returned(1_000);
            trail.seal("terms", Map.of("names", "Ana Koval"));
        });

        // Then
        assertThat(parts).extracting(part -> part.text("/notes/part")).containsExactly("1/3", "2/3", "3/3");
        assertThat(parts.stream().flatMap(part -> part.subjects().stream())).containsExactlyInAnyOrderElementsOf(many);
        assertThat(parts).extracting(part -> part.text("/returned")).containsExactly("1000", "", "");
        assertThat(parts.getFirst().details().at("/terms/names").asText()).isEqualTo("Ana Koval");
    }

    @Test
    void a_sealed_subject_hides_the_agency_in_every_part() {
        var hidden = sealedTag();
        var parts = written(trail -> {
            IntStream.range(0, 500).forEach(i -> trail.about(tag()));
            trail.about(hidden);
        });
        assertThat(parts).hasSize(2).allSatisfy(part -> assertThat(part.json()).doesNotContain("FR-69-CRIP", hidden));
    }

    @Test
    void after_the_first_part_child_data_are_closed() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.openPermit(WrittenEvent.actor("late"));
                    var trail = new Trail();
                    IntStream.range(0, 500).forEach(i -> trail.about(tag()));
                    outbox.write(Type.SEARCHED, WrittenEvent.actor("late"), trail, Outcome.DONE);
                    entities.createNativeQuery("select count(*) from note").getSingleResult();
                }))
                .rootCause()
                .hasMessageContaining("after the audit event was written");
        assertThat(WrittenEvent.by("late")).isEmpty();
    }

    @Test
    void the_database_refuses_details_that_are_too_long() throws SQLException {
        try (var app = Database.asApp();
                var insert = app.prepareStatement(
                        "insert into audit_outbox (id, event, sealed) values (gen_random_uuid(), '{}', ?)")) {
            insert.setBytes(1, new byte[32_769]);
            assertThatThrownBy(insert::execute).isInstanceOf(SQLException.class);
        }
    }

    private WrittenEvent writtenAbout(String tag) {
        return written(trail -> {
                    trail.about(tag);
                    trail.resource("resource-of-the-child");
                    trail.note("agreement", "agreement-of-two-countries");
                })
                .getFirst();
    }

    private List<WrittenEvent> written(Consumer<Trail> work) {
        var who = "worker-" + UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.openPermit(WrittenEvent.actor(who));
            var trail = new Trail();
            work.accept(trail);
            outbox.write(Type.SEARCHED, WrittenEvent.actor(who), trail, Outcome.DONE);
        });
        return WrittenEvent.by(who);
    }

    private String sealedTag() {
        var record = UUID.randomUUID();
        var tag = tag();
        tags.remember(record, tag);
        tags.seal(record, true);
        return tag;
    }

    private static List<String> fields(WrittenEvent event) {
        return event.details().properties().stream().map(Map.Entry::getKey).toList();
    }

    /** As identity makes them. */
    private static String tag() {
        return new PerEventTag().of("any");
    }
}
