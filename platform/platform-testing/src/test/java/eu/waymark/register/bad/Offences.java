package eu.waymark.register.bad;

import eu.waymark.identity.bad.ForeignType;
import eu.waymark.platform.web.Personal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** One counter-example for each rule of the suite. This package is, on purpose, not null-marked. */
public final class Offences {

    private Offences() {}

    public static class KnowsAnotherService {
        ForeignType foreign = new ForeignType();
    }

    @Entity
    public static class OpenEntity {
        public String name = "";
    }

    @Path("/entity")
    public static class SpeaksInEntities {
        @GET
        public OpenEntity get() {
            return new OpenEntity();
        }
    }

    @Path("/open")
    public static class NamesNobody {
        @GET
        public String get() {
            return "";
        }
    }

    @Path("/hidden")
    @RolesAllowed("practitioner")
    public static class HidesItsEndpoint {
        @GET
        String get() {
            return "";
        }
    }

    public static class OpensATransaction {
        @Transactional
        public void work() {}
    }

    public static class InjectsAField {
        @Inject
        String injected = "";
    }

    public static class AsksTheSystemForTheTime {
        Instant now() {
            return Instant.now();
        }
    }

    public static class AsksForAColumnByItsClass {
        Object ask(EntityManager database) {
            return database.createNativeQuery("select 1", Integer.class).getSingleResult();
        }
    }

    public static class Prints {
        void print() {
            System.out.println("child");
        }
    }

    public static class ThrowsANamelessException {
        void fail() {
            throw new RuntimeException("what?");
        }
    }

    public static class MapsExceptions {
        @ServerExceptionMapper
        public String map(IllegalStateException fault) {
            return "";
        }
    }

    public record SpillsPersonalData(String name) implements Personal {}

    public static class InheritsToString implements Personal {}
}
