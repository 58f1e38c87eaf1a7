package eu.waymark.sandbox;

import eu.waymark.sandbox.keycloak.Account;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.PrintWriter;

/** What a person reads when everything is up: the addresses, the accounts, and the one question to try. */
final class Summary {

    private Summary() {}

    static void print(PrintWriter out, AddressBook book, StateDirectory state) {
        out.println();
        out.println("Waymark is running.");
        out.printf("  gateway   %s      (try it: %s/docs)%n", book.gateway(), book.gateway());
        out.printf("  issuer    %s%n", book.issuer());
        out.printf("  logs      %s%n", state.logs());
        out.println();
        out.printf("Accounts (passwords in %s):%n", state.sandboxFile());
        for (Account account : book.accounts()) {
            out.printf(
                    "  %-14s %-18s %-12s %-25s %s%n",
                    account.username(),
                    String.join(" ", account.roles()),
                    account.agency(),
                    account.agencyType(),
                    account.name());
        }
        out.println();
        out.println(question(book));
        out.flush();
    }

    private static String question(AddressBook book) {
        return """
                Ask the one question, as a social worker in Lyon:

                  TOKEN=$(./run token claire.fr)
                  curl -s %s/api/register/v1/checks -H "Authorization: Bearer $TOKEN" \\
                    -H 'Purpose-Of-Use: CP-ASSESS' -H 'Content-Type: application/json' \\
                    -d '{"names":[{"full":"Anna Koval"}],"births":["2014-05-12"],"sex":2,"nationalities":["UA"]}'

                Who asked stands in the log: /api/audit/v1/events, as paul.fr, with purpose AUDIT.
                Everything that can be asked is on %s/docs.
                """.formatted(book.gateway(), book.gateway());
    }
}
