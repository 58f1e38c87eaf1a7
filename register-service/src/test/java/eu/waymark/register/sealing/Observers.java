package eu.waymark.register.sealing;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.register.Scene;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Accounts in the old area, in a hospital and abroad that do all they can with one child and keep whatever they get, with what
 * changes from one child to the next taken out: ids but for their shape, times, days but for their distance from today.
 */
final class Observers {

    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern INSTANTS = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern DAYS = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern CURSORS = Pattern.compile("\"next\\w*\":\"[^\"]+\"");
    private static final Pattern NOT_COMPARED = Pattern.compile("(?i)date|request-id|keep-alive");
    /** Only events that hold the tag at all are parsed. */
    private static final String EVENTS = """
            select event, octet_length(sealed) from audit_outbox
             where case when position(? in event) > 0 then event::json->'agent'->>'agency' = any (?) else false end
             order by order_no""";

    private final UUID person;
    private final String entry;
    private final Map<String, String> calls = new TreeMap<>();
    private final String path;
    private final String own = UUID.randomUUID().toString();

    final Tokens colleague = Hidden.worker("colleague-" + own, "GB-KENT", "practitioner");
    final Tokens supervisor = Hidden.worker("head-" + own, "GB-KENT", "supervisor");
    final Tokens nurse = Hidden.worker("nurse-" + own, "GB-NHS", "practitioner").agencyType("health");
    final Tokens claire = Scene.claire("claire-" + own);

    Observers(UUID person, String entry) {
        this.person = person;
        this.entry = entry;
        this.path = Scene.ENTRIES + "/" + entry;
    }

    /** What most of them see at a glance. */
    void glance(String phase) {
        Scene.found(person, Scene.CERTAIN);
        keep(phase + ".colleague", get(colleague, path));
        keep(phase + ".looks", get(colleague, path + "/lookups"));
        keep(phase + ".abroad", check(claire));
    }

    /** All that any of them can ask about the child, and what it leaves in their agencies' audit trail. */
    void collect(String phase) throws SQLException {
        glance(phase);
        keep(phase + ".history", get(supervisor, path + "/history"));
        keep(phase + ".supervisor-looks", get(supervisor, path + "/lookups"));
        keep(phase + ".workers", get(supervisor, path + "/workers"));
        keep(phase + ".entries", get(colleague, Scene.ENTRIES + "?limit=1"));
        keep(phase + ".inbox", get(supervisor, Scene.NOTIFICATIONS + "?limit=1"));
        keep(phase + ".requests", get(supervisor, Scene.DISCLOSURES + "?limit=1"));
        keep(phase + ".sealed", get(supervisor, Hidden.SEALED));
        keep(
                phase + ".again",
                as(colleague, Hidden.PLAN).body(Scene.newEntry(person)).post(Scene.ENTRIES));
        keep(phase + ".own-check", check(colleague));
        keep(phase + ".nurse", check(nurse));
        keep(phase + ".nurse-reads", get(nurse, path));
        var found = check(claire);
        keep(phase + ".content", ask(found.path("matches[0].handle")));
        events(phase);
    }

    /** What somebody abroad gets once the request was decided. */
    void collectDecision(String request) {
        keep("decision.read", get(claire, Scene.DISCLOSURES + "/" + request));
        keep("decision.inbox", get(claire, Scene.NOTIFICATIONS + "?limit=1"));
    }

    /** A request for content by somebody abroad; returns its id. */
    String request() {
        Scene.found(person, Scene.CERTAIN);
        return ask(check(claire).path("matches[0].handle")).path("id");
    }

    Response ask(String handle) {
        return as(claire, Scene.ASSESS)
                .header("Legal-Basis", "hague-1996-34")
                .body("{\"handle\":\"" + handle + "\"}")
                .post(Scene.DISCLOSURES);
    }

    Response check(Tokens by) {
        return as(by, Scene.ASSESS).body(Scene.ANNA).post(Scene.CHECKS);
    }

    Map<String, String> calls() {
        return calls;
    }

    /** Without the contract's check of each answer, which takes longer than the answer. */
    private static RequestSpecification as(Tokens by, String purpose) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(by.sign())
                .header("Purpose-Of-Use", purpose);
    }

    static Response get(Tokens by, String path) {
        return as(by, Scene.ASSESS).get(path);
    }

    private void keep(String call, Response answer) {
        var headers = new TreeSet<String>();
        answer.headers().forEach(header -> {
            if (!NOT_COMPARED.matcher(header.getName()).matches()) {
                headers.add(header.getName() + ": " + plain(header.getValue()));
            }
        });
        calls.put(call, answer.statusCode() + "\n" + headers + "\n" + plain(answer.asString()));
    }

    /** What compliance of the three agencies finds about the child. */
    private void events(String phase) throws SQLException {
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement(EVENTS)) {
            select.setString(1, Scene.tag(person));
            select.setArray(2, owner.createArrayOf("text", new String[] {"GB-KENT", "GB-NHS", "FR-69-CRIP"}));
            var rows = select.executeQuery();
            var events = new StringBuilder();
            while (rows.next()) {
                events.append(plain(rows.getString(1).replaceAll("\"(sha256|id)\":\"[^\"]*\"", "$1")))
                        .append(rows.getInt(2))
                        .append('\n');
            }
            calls.put(phase + ".events", events.toString());
        }
    }

    private String plain(String text) {
        var known = text.replace(entry, "<entry>")
                .replace(person.toString(), "<person>")
                .replace(Scene.tag(person), "<tag>");
        var shapes = UUIDS.matcher(known).replaceAll("<id of version $1>");
        var timeless = INSTANTS.matcher(shapes).replaceAll("<instant>");
        var relative = DAYS.matcher(timeless)
                .replaceAll(day -> "<day "
                        + (LocalDate.parse(day.group()).toEpochDay()
                                - LocalDate.now().toEpochDay()) + ">");
        return CURSORS.matcher(relative).replaceAll("<cursor>");
    }
}
