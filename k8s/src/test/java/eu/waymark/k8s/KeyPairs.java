package eu.waymark.k8s;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key with a certificate for this machine, made by the JDK's own tool; it is its own authority. */
record KeyPairs(KeyStore store) {

    private static final char[] PASSWORD = "of-a-test".toCharArray();
    private static final String ALIAS = "service";

    static KeyPairs make(Path folder, String name) throws IOException, InterruptedException, GeneralSecurityException {
        var file = folder.resolve(name + ".p12");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var made = new ProcessBuilder(
                        tool.toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-validity",
                        "2",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        if (made.waitFor() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            store.load(content, PASSWORD);
        }
        return new KeyPairs(store);
    }

    Certificate certificate() throws GeneralSecurityException {
        return store.getCertificate(ALIAS);
    }

    /** As a cluster mounts what cert-manager writes: tls.crt, tls.key and the authorities in ca.crt, all replaced at once. */
    void write(Path link, KeyPairs... authorities) throws IOException, GeneralSecurityException {
        var folder = Files.createTempDirectory(link.getParent(), "mounted");
        var trusted = Stream.of(authorities).map(KeyPairs::pem).collect(Collectors.joining());
        Files.writeString(folder.resolve("ca.crt"), trusted);
        Files.writeString(folder.resolve("tls.crt"), pem());
        Files.writeString(
                folder.resolve("tls.key"),
                pem("PRIVATE KEY", store.getKey(ALIAS, PASSWORD).getEncoded()));
        var next = Files.createSymbolicLink(link.resolveSibling("next"), folder);
        Files.move(next, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Of a server with this certificate. */
    SSLContext server() throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** Of a client that believes in these and nobody else. */
    static SSLContext client(KeyPairs... trusted) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (var each : List.of(trusted)) {
            store.setCertificateEntry("trusted-" + store.size(), each.certificate());
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private String pem() {
        try {
            return pem("CERTIFICATE", certificate().getEncoded());
        } catch (GeneralSecurityException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static String pem(String what, byte[] content) {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, base64, what);
    }
}
