package eu.waymark.register;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.persistence.crypto.SealedDetailsOpener;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** The people and papers of scenario S1. */
public final class Scene {

    public static final String ENTRIES = "/api/register/v1/entries";
    public static final String CHECKS = "/api/register/v1/checks";
    public static final String DISCLOSURES = "/api/register/v1/disclosures";
    public static final String NOTIFICATIONS = "/api/register/v1/notifications";
    public static final String CHANGES = "/api/register/v1/directory-changes";
    public static final String ASSESS = "CP-ASSESS";
    public static final String ANNA = "{\"names\":[{\"full\":\"Anna Koval\"}],\"births\":[\"2014~\"],\"sex\":2}";
    public static final String CERTAIN = "certain";
    public static final String POSSIBLE = "possible";

    private Scene() {}

    public static Tokens sarah() {
        return Tokens.practitioner("GB-KENT", "GB");
    }

    public static Tokens tom() {
        return Tokens.practitioner("GB-LEEDS", "GB");
    }

    /** A worker of the Lyon CRIP; each name is a person of its own, with a rate of its own. */
    public static Tokens claire(String name) {
        return Tokens.person(name)
                .agency("FR-69-CRIP")
                .country("FR")
                .roles("practitioner")
                .purposes(ASSESS, "CP-PLAN");
    }

    /** What the directory looked like when it last had all that the scene needs. */
    private static String seen = "";

    private static final String LOOK = """
            select md5(concat((select string_agg(a::text, ';' order by code) from agency a),
                              (select string_agg(d::text, ';' order by code) from desk d),
                              (select string_agg(a::text, ';' order by id) from agreement a),
                              (select m::text from measure m where code = 'GB-ENG-CPP')))""";

    /** Has the directory hold what the scene needs; where nobody has changed it since, without asking again. */
    public static synchronized void directory() {
        if (!look().equals(seen)) {
            propose();
            seen = look();
        }
    }

    private static String look() {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var row = statement.executeQuery(LOOK)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException("The directory cannot be looked at", failed);
        }
    }

    private static void propose() {
        var registrar = rita();
        agency(registrar, "GB-KENT", "GB", "child-protection");
        agency(registrar, "GB-LEEDS", "GB", "child-protection");
        agency(registrar, "GB-CA", "GB", "central-authority");
        agency(registrar, "FR-69-CRIP", "FR", "child-protection");
        agency(registrar, "NL-ROT-JB", "NL", "child-protection");
        desk(registrar, "GB-KENT-DUTY", "GB-KENT", "duty");
        desk(registrar, "GB-NATIONAL", "GB-CA", "national");
        put(
                registrar,
                "measures/GB-ENG-CPP",
                "{\"country\":\"GB-ENG\",\"name\":\"child protection plan\",\"language\":\"en\",\"class\":\"registered-plan\",\"confirmed\":true}");
        put(
                registrar,
                "agreements/FR-GB-HAGUE",
                "{\"countries\":[\"GB\",\"FR\"],\"basis\":\"hague-1996-34\",\"level\":\"request\","
                        + "\"purposes\":[\"CP-ASSESS\"],\"validFrom\":\"2020-01-01\"}");
    }

    /** Has a supervisor of Kent's name who works on an entry that was just opened. */
    public static void named(String entry, String... subjects) {
        var workers = Stream.of(subjects)
                .map(subject -> "{\"subject\":\"" + subject + "\"}")
                .collect(Collectors.joining(","));
        Api.as(
                        Tokens.person("head-of-kent")
                                .agency("GB-KENT")
                                .country("GB")
                                .roles("supervisor")
                                .purposes("CP-PLAN"),
                        "CP-PLAN")
                .header("If-Match", "\"1\"")
                .body("{\"workers\":[" + workers + "]}")
                .put(ENTRIES + "/" + entry + "/workers")
                .then()
                .statusCode(200);
    }

    /** Another child protection agency. */
    public static void agency(String code) {
        agency(rita(), code, code.substring(0, 2), "child-protection");
    }

    private static void agency(Tokens by, String code, String country, String type) {
        put(
                by,
                "agencies/" + code,
                "{\"name\":\"Agency " + code + "\",\"country\":\"" + country + "\",\"type\":\"" + type + "\"}");
    }

    private static void desk(Tokens by, String code, String agency, String kind) {
        put(
                by,
                "desks/" + code,
                "{\"agency\":\"" + agency + "\",\"name\":\"Desk " + code + "\",\"kind\":\"" + kind
                        + "\",\"phone\":\"+44 20 5550 0100\",\"email\":\"desk@example.org\",\"hours\":\"day and night\",\"languages\":[\"en\"]}");
    }

    private static void put(Tokens by, String path, String body) {
        changed(by, path, body);
    }

    /** A registrar, who proposes. */
    public static Tokens rita() {
        return Tokens.person("rita")
                .agency("BE-XB")
                .country("BE")
                .agencyType("cross-border")
                .roles("registrar");
    }

    /** Another registrar of another agency, who confirms. */
    public static Tokens greta() {
        return Tokens.person("greta")
                .agency("DE-CA")
                .country("DE")
                .agencyType("central-authority")
                .roles("registrar");
    }

    /** Has something of the directory be so: proposed by one registrar and confirmed by another, where it is not so yet. */
    public static void changed(String path, String body) {
        changed(rita(), path, body);
    }

    private static void changed(Tokens by, String path, String body) {
        var proposed = propose(by, path, body);
        if (proposed.statusCode() == 202) {
            confirm(greta(), proposed.path("id")).then().statusCode(200);
        } else {
            assertThat(proposed.statusCode()).as(path).isEqualTo(204);
        }
    }

    /** Proposes on what stands there now. */
    public static Response propose(Tokens by, String path, String body) {
        var first = Api.as(by).body(body).put("/api/register/v1/" + path);
        if (first.statusCode() != 428) {
            return first;
        }
        var standing = path.startsWith("policies/") ? "policies/in-force" : path;
        var seen = Api.as(by).get("/api/register/v1/" + standing).header("ETag");
        return Api.as(by).header("If-Match", seen).body(body).put("/api/register/v1/" + path);
    }

    public static Response confirm(Tokens by, Object change) {
        return Api.as(by).post(CHANGES + "/" + change + "/confirmations");
    }

    /** A person record of an agency, as identity would tell of it. */
    public static UUID person(String agency) {
        var id = UUID.randomUUID();
        identity(
                "/internal/v1/persons/" + id,
                "{\"recordId\":\"%s\",\"tag\":\"%s\",\"agency\":\"%s\",\"country\":\"%s\"}"
                        .formatted(id, tag(id), agency, agency.substring(0, 2)));
        return id;
    }

    public static String tag(UUID recordId) {
        return "tag-" + recordId.toString().substring(0, 18);
    }

    /** From now on identity finds this record. */
    public static void found(UUID recordId, String band) {
        identity("/internal/v1/searches", """
                {"population":2500,"matches":[{"recordId":"%s","tag":"%s","agency":"GB-KENT","country":"GB","band":"%s",
                 "agreement":{"name":"partly","birthDate":"agree","sex":"agree"}}]}""".formatted(recordId, tag(recordId), band));
    }

    /** From now on identity finds a record for the child of another. */
    public static void foundFor(UUID recorded, UUID recordId, String band) {
        identity("/internal/v1/searches/by-record", """
                {"population":2500,"matches":[
                 {"recordId":"%s","tag":"%s","agency":"FR-69-CRIP","country":"FR","band":"certain",
                  "agreement":{"name":"agree","birthDate":"agree","sex":"agree"}},
                 {"recordId":"%s","tag":"%s","agency":"GB-KENT","country":"GB","band":"%s",
                  "agreement":{"name":"partly","birthDate":"agree","sex":"agree"}}]}""".formatted(
                        recorded, tag(recorded), recordId, tag(recordId), band));
    }

    /** From now on identity knows no record as the asker's own. */
    public static void foundForNobody() {
        var base = ConfigProvider.getConfig().getValue("waymark.services.identity.url", String.class);
        RestAssured.given()
                .delete(base + "/internal/v1/searches/by-record")
                .then()
                .statusCode(204);
    }

    public static void foundNobody() {
        identity("/internal/v1/searches", "{\"population\":2500,\"matches\":[]}");
    }

    private static void identity(String path, String body) {
        var base = ConfigProvider.getConfig().getValue("waymark.services.identity.url", String.class);
        RestAssured.given().body(body).put(base + path).then().statusCode(204);
    }

    /** An active entry of Kent's for a new person record; returns the record's id. */
    public static UUID entered() {
        var person = person("GB-KENT");
        Api.as(sarah(), "CP-PLAN").body(newEntry(person)).post(ENTRIES).then().statusCode(201);
        return person;
    }

    public static String newEntry(UUID person) {
        return """
                {"personRecordId":"%s","measure":"GB-ENG-CPP","harms":["neglect"],"risk":"high","startedOn":"%s",
                 "summary":"Core group meets monthly at the school."}""".formatted(person, LocalDate.now().minusYears(3));
    }

    /** A hit of Claire's, as its handle. */
    public static String hit(Tokens claire) {
        found(entered(), CERTAIN);
        return Api.as(claire, ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(200)
                .extract()
                .path("matches[0].handle");
    }

    /** The details of an actor's last event of a type, as the audit service opens them. */
    public static String details(String actor, String type) throws SQLException {
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement("select id, sealed, event::json->'sealed'->>'kid' from audit_outbox"
                        + " where event::json->'agent'->>'who' = ? and event::json->>'type' = ?"
                        + " order by order_no desc limit 1")) {
            select.setString(1, actor);
            select.setString(2, type);
            var rows = select.executeQuery();
            rows.next();
            var opener =
                    SealedDetailsOpener.of(ConfigProvider.getConfig().getValue(SealedDetailsOpener.KEY, String.class));
            return new String(
                    opener.open(rows.getObject(1, UUID.class), rows.getString(3), rows.getBytes(2)),
                    StandardCharsets.UTF_8);
        }
    }

    /** The events of an actor that this test run has written, a line each. */
    public static String events(String actor) throws SQLException {
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement(
                        "select string_agg(event, E'\\n' order by order_no) from audit_outbox where event::json->'agent'->>'who' = ?")) {
            select.setString(1, actor);
            var rows = select.executeQuery();
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
