package eu.waymark.gateway.docs;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;

/** A file of the documentation page, kept in memory. */
record StaticFile(Buffer content, String type, String etag) {

    private static final String SWAGGER_UI = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

    /** A file of our own. */
    static StaticFile own(String name, String type) {
        return read("docs/" + name, type);
    }

    /** A file of Swagger UI's, of whichever version is on the class path. */
    static StaticFile ofSwaggerUi(String name, String type) {
        var about = new Properties();
        try {
            about.load(new ByteArrayInputStream(bytes(SWAGGER_UI)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return read("META-INF/resources/webjars/swagger-ui/" + about.getProperty("version") + "/" + name, type);
    }

    private static StaticFile read(String resource, String type) {
        var content = bytes(resource);
        return new StaticFile(Buffer.buffer(content), type, "\"" + digest(content) + "\"");
    }

    private static byte[] bytes(String resource) {
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("Not on the class path: " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + resource, unreadable);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
