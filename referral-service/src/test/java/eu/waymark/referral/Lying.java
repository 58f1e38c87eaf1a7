package eu.waymark.referral;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agency of its own with work on its desks, put there as its features would. */
public record Lying(String agency) {

    public static final String PATH = "/api/referral/v1/worklist";
    public static final String KIND = "referral-decision";

    private static final String CHILD = "insert into guarded.person_key (person_record_id, wrapped_key) values (?, ?)";
    private static final String TAG = "insert into person_tag (record_id, tag) values (?, ?)";
    private static final String ITEM = """
            insert into guarded.work_item (id, kind, reference, person_record_id, agency, desk, started_at, due_at, due_rule,
                remind_50_at, remind_80_at, escalate_at, awaited_by, version)
            values (?, ?, gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""";

    /** Listed in the directory. */
    public static Lying atNewAgency() {
        var code = Directory.newCode();
        Directory.lists(code, "Agency of a test", "FR");
        return new Lying(code);
    }

    public UUID due(@Nullable Instant due) {
        return due(due, KIND, null);
    }

    /** An item that began ten days before it is due. */
    public UUID due(@Nullable Instant due, String kind, @Nullable String desk) {
        return due(due, kind, desk, UUID.randomUUID());
    }

    public UUID due(@Nullable Instant due, String kind, @Nullable String desk, UUID child) {
        var id = UUID.randomUUID();
        try (var owner = Database.asOwner();
                var key = owner.prepareStatement(CHILD);
                var tag = owner.prepareStatement(TAG);
                var item = owner.prepareStatement(ITEM)) {
            key.setObject(1, child);
            key.setBytes(2, new byte[64]);
            key.executeUpdate();
            tag.setObject(1, child);
            tag.setString(2, "tag-of-" + child);
            tag.executeUpdate();
            item.setObject(1, id);
            item.setString(2, kind);
            item.setObject(3, child);
            item.setString(4, agency);
            item.setString(5, desk);
            item.setObject(6, at(due == null ? Instant.now() : due.minusSeconds(864_000)));
            item.setObject(7, at(due));
            item.setString(8, due == null ? null : "OURS-DEC/1");
            item.setObject(9, due == null ? null : at(due.minusSeconds(432_000)));
            item.setObject(10, due == null ? null : at(due.minusSeconds(172_800)));
            item.setObject(11, due == null ? null : at(due.plusSeconds(172_800)));
            item.setString(12, Workers.LEEDS);
            item.executeUpdate();
            return id;
        } catch (SQLException failed) {
            throw new AssertionError("No work could be put on a desk", failed);
        }
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    public RequestSpecification as(String subject) {
        return as(worker(subject));
    }

    public RequestSpecification asManager() {
        return as(worker("manager-" + agency).roles("manager"));
    }

    public RequestSpecification as(Tokens token) {
        return Workers.asked(Api.as(token, Workers.PURPOSE));
    }

    public Tokens worker(String subject) {
        return Tokens.person(subject)
                .agency(agency)
                .country("FR")
                .roles("practitioner")
                .purposes(Workers.PURPOSE);
    }

    /** Does something with the database as its owner. */
    public static void run(String sql) {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError("The database refuses", failed);
        }
    }

    public static String read(String sql) {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failed) {
            throw new AssertionError("The database refuses", failed);
        }
    }
}
