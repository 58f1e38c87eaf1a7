package eu.waymark.identity.link;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever people decide, in whatever order: the database has the identities that a sheet of paper would have. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class IdentitiesPropertyTest {

    private static final int SEQUENCES = 1_000;
    private static final int RECORDS = 6;
    private static final int MOST_STEPS = 8;

    private static final String PERSON = """
            insert into guarded.person (id, agency, country, tag, tag_secret, wrapped_key, demographics, version, recorded_at)
            values (?, 'GB-PAPER', 'GB', substr(replace(? || '', '-', ''), 1, 22), decode(repeat('00', 32), 'hex'), '\\x00',
                    '\\x00', 1, now())""";

    private static final String EDGE = """
            insert into guarded.edge (id, record_a, record_b, verdict, relation, reason, decided_by, agency, model_version, bits,
                wrapped_key, evidence, decided_at)
            values (gen_random_uuid(), least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), ?, ?, 'RECORDS_AGREE', 'somebody',
                'GB-PAPER', '1', 0, '\\x00', '\\x00', now())""";

    @Test
    void aThousandHistoriesEndAsOnPaper() throws SQLException {
        var random = new Random(5);
        try (var owner = Database.asOwner()) {
            owner.setAutoCommit(false);
            for (var sequence = 0; sequence < SEQUENCES; sequence++) {
                history(owner, random, sequence);
                owner.rollback();
            }
        }
    }

    private static void history(Connection owner, Random random, int sequence) throws SQLException {
        // Given
        var records = people(owner);
        var alone = identities(owner, records);
        var paper = new NaiveRegister<>(records);
        var said = new HashSet<Set<UUID>>();

        // When
        for (var step = random.nextInt(MOST_STEPS); step >= 0; step--) {
            var one = records.get(random.nextInt(RECORDS));
            var other = records.get(random.nextInt(RECORDS));
            if (!one.equals(other)) {
                // Half of all words are links, or there would be nothing to contradict.
                var verdict = random.nextBoolean() ? Verdict.SAME : Verdict.values()[random.nextInt(4)];
                paper.say(one, other, verdict);
                said.add(Set.of(one, other));
                say(owner, one, other, verdict);
            }
        }

        // Then
        assertThat(groups(identities(owner, records)))
                .as("sequence %d", sequence)
                .isEqualTo(paper.groups());
        assertThat(identities(owner, records)).allSatisfy((record, identity) -> assertThat(identity)
                .as("the smallest id of its members")
                .isEqualTo(smallest(alone, paper, record)));

        // When: every word is taken back
        for (var pair : said) {
            var both = List.copyOf(pair);
            say(owner, both.getFirst(), both.getLast(), Verdict.UNSURE);
        }

        // Then: each is exactly who they were
        assertThat(identities(owner, records)).isEqualTo(alone);
    }

    @Test
    void thePaperItselfKeepsApartWhoIsSaidToBeTwo() {
        // Given
        var paper = new NaiveRegister<>(List.of("a", "b", "c"));

        // When
        paper.say("a", "b", Verdict.SAME);
        paper.say("a", "c", Verdict.DIFFERENT);
        paper.say("b", "c", Verdict.SAME);

        // Then
        assertThat(paper.groups()).containsExactlyInAnyOrder(Set.of("a", "b"), Set.of("c"));
    }

    @Test
    void anErasedRecordTakesWhatWasDecidedAboutItAndItsIdLeadsToTheOthers() throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            // Given
            owner.setAutoCommit(false);
            var records = people(owner);
            var alone = identities(owner, records);
            var erased = records.get(1);
            say(owner, records.get(0), erased, Verdict.SAME);
            say(owner, erased, records.get(2), Verdict.SAME);

            // When
            statement.execute("insert into guarded.erased_person (id, agency) values ('" + erased + "', 'GB-PAPER')");
            statement.execute("delete from guarded.person where id = '" + erased + "'");

            // Then
            var rest = new HashMap<>(alone);
            rest.remove(erased);
            assertThat(identities(owner, records)).isEqualTo(rest);
            assertThat(count(owner, "select count(*) from guarded.edge where '" + erased + "' in (record_a, record_b)"))
                    .isZero();
            assertThat(count(
                            owner,
                            "select count(*) from guarded.identity_heir where own_id = '" + alone.get(erased)
                                    + "' and heir in ('" + alone.get(records.get(0)) + "', '"
                                    + alone.get(records.get(2)) + "')"))
                    .isEqualTo(1);
            owner.rollback();
        }
    }

    private static int count(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static List<UUID> people(Connection owner) throws SQLException {
        var records = Stream.generate(UUID::randomUUID).limit(RECORDS).toList();
        try (var insert = owner.prepareStatement(PERSON)) {
            for (var record : records) {
                insert.setObject(1, record);
                insert.setString(2, record.toString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return records;
    }

    private static void say(Connection owner, UUID one, UUID other, Verdict verdict) throws SQLException {
        try (var insert = owner.prepareStatement(EDGE)) {
            insert.setObject(1, one);
            insert.setObject(2, other);
            insert.setObject(3, one);
            insert.setObject(4, other);
            insert.setString(5, verdict.name());
            insert.setString(6, verdict == Verdict.RELATED ? "TWIN" : null);
            insert.executeUpdate();
        }
    }

    private static Map<UUID, UUID> identities(Connection owner, List<UUID> records) throws SQLException {
        try (var select = owner.prepareStatement(
                "select record_id, identity_id from guarded.identity_member where record_id = any (?)")) {
            select.setArray(1, owner.createArrayOf("uuid", records.toArray()));
            var rows = select.executeQuery();
            var identities = new HashMap<UUID, UUID>();
            while (rows.next()) {
                identities.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
            }
            return identities;
        }
    }

    private static Set<Set<UUID>> groups(Map<UUID, UUID> identities) {
        var groups = new HashMap<UUID, Set<UUID>>();
        identities.forEach((record, identity) ->
                groups.computeIfAbsent(identity, any -> new HashSet<>()).add(record));
        return Set.copyOf(groups.values());
    }

    private static UUID smallest(Map<UUID, UUID> alone, NaiveRegister<UUID> paper, UUID record) {
        return paper.groups().stream()
                .filter(group -> group.contains(record))
                .flatMap(Set::stream)
                .map(alone::get)
                .map(UUID::toString)
                .min(String::compareTo)
                .map(UUID::fromString)
                .orElseThrow();
    }

    @Test
    void whatWasDecidedCannotBeChangedOrDeleted() throws SQLException {
        try (var app = Database.asApp();
                var statement = app.createStatement()) {
            for (var attempt : List.of(
                    "update edge set verdict = 'SAME'",
                    "delete from edge",
                    "update identity_member set identity_id = own_id",
                    "delete from identity_member")) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> statement.execute(attempt))
                        .as(attempt)
                        .hasMessageContaining("permission denied");
            }
        }
        assertThat(Rows.of("select count(*)::text from pg_trigger where tgname = 'edge_stays'"))
                .containsExactly("1");
    }
}
