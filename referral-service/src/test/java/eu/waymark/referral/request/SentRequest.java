package eu.waymark.referral.request;

import eu.waymark.platform.testing.Database;
import eu.waymark.referral.Identity;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A request that the asker has sent to the desk in Gdansk, with two questions. */
record SentRequest(UUID id, UUID person, String hash) {

    static final String PATH = "/api/referral/v1/information-requests";
    static final String BASIS = "hague-1996-34";

    static SentRequest toTheDesk() {
        Parties.areKnown();
        return of(Parties.DESK);
    }

    static SentRequest of(String recipient) {
        var person = Identity.personOf(Parties.ASKER);
        var answer = send(body(person, recipient)).then().statusCode(201).extract();
        return new SentRequest(UUID.fromString(answer.path("id")), person, answer.path("messageHash"));
    }

    /** Sent, and confirmed by the desk. */
    static SentRequest received() {
        var sent = toTheDesk();
        sent.confirm().then().statusCode(200);
        return sent;
    }

    static Response send(String body) {
        return Parties.asker().header("Legal-Basis", BASIS).body(body).post(PATH);
    }

    static String body(UUID person, String recipient) {
        return """
                {"personRecordId": "%s", "toAgency": "%s", "kind": "need-for-protection",
                 "child": "Ana K., born in the spring of 2014", "reason": "A plan is prepared.",
                 "questions": ["Is a measure in force?", "Which school?"], "language": "pl", "translation": "attached",
                 "answerLanguage": "en", "protectionClaimedFrom": []}""".formatted(person, recipient);
    }

    Response confirm() {
        return Parties.desk().body("{\"messageHash\": \"" + hash + "\"}").post(path() + "/receipts");
    }

    Response answer(String answers) {
        return Parties.desk().body(answerBody(answers)).post(path() + "/answers");
    }

    String answerBody(String answers) {
        return "{\"requestHash\": \"%s\", \"language\": \"en\", \"protectionClaimedFrom\": [], \"answers\": [%s]}"
                .formatted(hash, answers);
    }

    Response revoke(int version) {
        return Parties.asker().header("If-Match", "\"" + version + "\"").post(path() + "/revocations");
    }

    String path() {
        return PATH + "/" + id;
    }

    /** What is still to do about it, as kind at agency. */
    List<String> openWork() throws SQLException {
        return rows("select kind || ' at ' || agency from guarded.work_item where closed_at is null and reference = '"
                + id + "' order by 1");
    }

    static List<String> rows(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    static void change(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
