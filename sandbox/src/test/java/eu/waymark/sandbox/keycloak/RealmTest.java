package eu.waymark.sandbox.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.sandbox.state.Json;
import eu.waymark.sandbox.state.Secrets;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmTest {

    @TempDir
    private Path folder;

    private Realm realm;
    private JsonNode imported;

    @BeforeEach
    void load() throws IOException {
        StateDirectory state = new StateDirectory(folder);
        state.create();
        realm = Realm.load(Secrets.open(state));
        imported = Json.mapper().readTree(realm.withSecrets());
    }

    @Test
    void theFileInTheRepositoryHoldsNoSecret() throws IOException {
        try (InputStream file = RealmTest.class.getResourceAsStream("/realm/waymark-realm.json")) {
            JsonNode content = Json.mapper().readTree(file);

            assertThat(content.findValues("secret")).isEmpty();
            assertThat(content.findValues("credentials")).isEmpty();
        }
    }

    @Test
    void everyConfidentialClientAndEveryPersonGetsASecretOfTheirOwn() {
        List<String> clientSecrets = imported.path("clients").findValuesAsText("secret");
        List<String> passwords = imported.path("users").findValuesAsText("value");

        assertThat(clientSecrets).hasSize(10).doesNotHaveDuplicates();
        assertThat(passwords).hasSize(24).doesNotHaveDuplicates();
    }

    @Test
    void onlyTheSandboxClientHasThePasswordGrant() {
        assertThat(clients(client -> client.path("directAccessGrantsEnabled").asBoolean()))
                .containsExactly("waymark-sandbox");
        assertThat(clients(client -> client.path("publicClient").asBoolean())).containsExactly("waymark-sandbox");
    }

    @Test
    void onlyRegisterAndReferralMayExchangeTokens() {
        assertThat(clients(client ->
                        client.at("/attributes/standard.token.exchange.enabled").asBoolean()))
                .containsExactlyInAnyOrder("register-service", "referral-service");
    }

    @Test
    void noClientSendsABrowserAnywhere() {
        assertThat(clients(client -> !client.path("redirectUris").isEmpty())).isEmpty();
    }

    @Test
    void everyAccountHasExactlyOneRoleAndAFixedId() {
        assertThat(realm.accounts())
                .allSatisfy(account -> assertThat(account.roles()).hasSize(1));
        assertThat(imported.path("users"))
                .allSatisfy(user -> assertThat(user.path("id").asText()).hasSize(36));
    }

    @Test
    void everyRoleOfThePeopleIsPlayedByOneAtLeast() {
        Set<String> played = realm.accounts().stream()
                .flatMap(account -> account.roles().stream())
                .collect(Collectors.toSet());

        assertThat(played)
                .containsExactlyInAnyOrder(
                        "practitioner",
                        "supervisor",
                        "manager",
                        "central-authority",
                        "registrar",
                        "compliance",
                        "operator");
    }

    @Test
    void immigrationEnforcementMayChooseNothingThatOpensAnything() {
        assertThat(account("ivan.gb").purposes()).containsExactly("IMMIGRATION-ENFORCEMENT");
    }

    @Test
    void theRegistrarAndTheOperatorHaveNoPurposeAtAll() {
        assertThat(account("rita.reg").purposes()).isEmpty();
        assertThat(account("greta.reg").purposes()).isEmpty();
        assertThat(account("olga.op").purposes()).isEmpty();
    }

    @Test
    void twoRegistrarsOfDifferentAgenciesAreThereSoThatOneConfirmsWhatTheOtherProposes() {
        assertThat(account("rita.reg").roles()).isEqualTo(account("greta.reg").roles());
        assertThat(account("rita.reg").agency())
                .isNotEqualTo(account("greta.reg").agency());
    }

    @Test
    void passwordsDoNotShowInMessages() {
        Account sarah = account("sarah.gb");
        Machine portal = realm.machines().getFirst();

        assertThat(sarah.toString()).doesNotContain(sarah.password());
        assertThat(portal.toString()).doesNotContain(portal.clientSecret());
    }

    private Account account(String username) {
        return realm.accounts().stream()
                .filter(account -> account.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    private List<String> clients(Predicate<JsonNode> wanted) {
        return StreamSupport.stream(imported.path("clients").spliterator(), false)
                .filter(wanted)
                .map(client -> client.path("clientId").asText())
                .toList();
    }
}
