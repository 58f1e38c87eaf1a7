package eu.waymark.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarballTest {

    @TempDir
    private Path folder;

    @Test
    void filesComeOutWithTheirModeAndWithoutTheLeadingFolder() throws IOException {
        byte[] archive = archive("keycloak-26/bin/kc.sh", 0755, "keycloak-26/conf/readme", 0644);

        Tarball.unpack(new ByteArrayInputStream(archive), folder, 1);

        assertThat(folder.resolve("bin").resolve("kc.sh")).hasContent("content").isExecutable();
        assertThat(Files.isExecutable(folder.resolve("conf").resolve("readme"))).isFalse();
    }

    @Test
    void linksStayLinks() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry link = new TarArchiveEntry("lib/libpq.so", TarConstants.LF_SYMLINK);
            link.setLinkName("libpq.so.5");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }

        Tarball.unpack(new ByteArrayInputStream(bytes.toByteArray()), folder, 0);

        assertThat(Files.readSymbolicLink(folder.resolve("lib").resolve("libpq.so")))
                .hasToString("libpq.so.5");
    }

    @Test
    void nothingIsWrittenOutsideTheFolder() throws IOException {
        byte[] archive = archive("../outside", 0644, "inside", 0644);

        assertThatThrownBy(() -> Tarball.unpack(new ByteArrayInputStream(archive), folder, 0))
                .isInstanceOf(IOException.class);
        assertThat(folder.resolveSibling("outside")).doesNotExist();
    }

    private static byte[] archive(String first, int firstMode, String second, int secondMode) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            add(tar, first, firstMode);
            add(tar, second, secondMode);
        }
        return bytes.toByteArray();
    }

    private static void add(TarArchiveOutputStream tar, String name, int mode) throws IOException {
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setMode(mode);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
