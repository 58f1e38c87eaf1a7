package eu.waymark.gateway.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gateway behaves ({@code waymark.gateway.*}). */
@ConfigMapping(prefix = "waymark.gateway")
public interface GatewaySettings {

    /** Whether browsers are told to come back by TLS only. Never said to a loopback host. */
    @WithDefault("true")
    boolean hsts();

    /** Sizes of bodies. */
    Body body();

    /** Requests a minute, for each replica of the gateway. */
    Rate rate();

    /** Connections to the services. */
    Upstream upstream();

    /** The merged OpenAPI document. */
    OpenApi openapi();

    /** Sizes of bodies. */
    interface Body {

        /** The largest body that any path takes, imports and attachments apart. */
        @WithDefault("1M")
        MemorySize max();

        /** The largest body that comes with a one-time code instead of a token. */
        @WithDefault("128K")
        MemorySize maxWithCode();

        /** The largest body of {@code POST /api/identity/v1/imports}. */
        @WithDefault("64M")
        MemorySize maxOfImport();

        /** The largest file that is attached to a referral; the referral service has a limit of its own. */
        @WithDefault("11M")
        MemorySize maxOfAttachment();

        /** How long a body may take to arrive; a slower one would hold a connection to a service. */
        @WithDefault("30s")
        Duration timeout();

        /** How long the body of an import may take to arrive. */
        @WithDefault("2m")
        Duration timeoutOfImport();
    }

    /** Requests a minute. A bucket fills evenly and holds one minute's worth. */
    interface Rate {

        /** Of one person. */
        @WithDefault("300")
        int person();

        /** Of all persons of one agency. */
        @WithDefault("3000")
        int agency();

        /** Of one machine client (role {@code system}). */
        @WithDefault("3000")
        int machine();

        /** Of all machine clients of one agency. Counted apart, so that a machine never slows its colleagues. */
        @WithDefault("12000")
        int machinesOfAgency();

        /** Of one network address, on paths open without a token. Behind a load balancer that is the balancer's. */
        @WithDefault("1200")
        int address();

        /** Of one network address that shows one-time codes. Behind a load balancer that is the balancer's. */
        @WithDefault("60")
        int addressWithCode();

        /** Of one one-time code: it is good once, so who shows it more often is not who was asked. */
        @WithDefault("5")
        int code();

        /** How many buckets are kept at most; the least recently used go first. */
        @WithDefault("100000")
        int buckets();
    }

    /** Connections to the services. */
    interface Upstream {

        /** Connections to one service at most. */
        @WithDefault("64")
        int connections();

        /** Requests that may wait for a connection; the next is refused with 503. */
        @WithDefault("1024")
        int waiting();

        /** Longest wait for a free connection, when all are in use: a service that is slow for a moment, while another replica starts. */
        @WithDefault("10s")
        Duration waitTimeout();

        /** Longest wait for a connection to be made. */
        @WithDefault("2s")
        Duration connectTimeout();

        /**
         * A connection that nobody uses for so long is not used again: sooner than a replica that ends stops answering
         * ({@code quarkus.shutdown.delay}) and than a service closes it (60 s), so that no request is sent into a closing one.
         */
        @WithDefault("5s")
        Duration keepAlive();

        /** Longest wait for the answer to begin, counted from the end of the request. */
        @WithDefault("15s")
        Duration answerTimeout();

        /** Longest wait for the answer to an import, which is worked through before it is answered. */
        @WithDefault("2m")
        Duration answerTimeoutOfImport();

        /** A connection on which nothing moves for so long is closed; longer than every timeout above. */
        @WithDefault("150s")
        Duration idleTimeout();
    }

    /** The merged OpenAPI document. */
    interface OpenApi {

        /** How long a merged document is served before the services are asked again. */
        @WithDefault("10s")
        Duration cache();

        /** Longest wait for one service's document. */
        @WithDefault("3s")
        Duration timeout();
    }
}
