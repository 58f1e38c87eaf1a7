package eu.waymark.identity.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    private static LineReader over(String text) {
        return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    @Test
    void linesComeInPartsAndKeepTheirNumbers() throws IOException {
        var reader = over("one\ntwo\r\n\nЧотири");
        assertThat(reader.next(2)).extracting(LineReader.Line::number).containsExactly(1L, 2L);
        assertThat(reader.next(5)).extracting(LineReader.Line::text).containsExactly("", "Чотири");
        assertThat(reader.next(5)).isEmpty();
    }

    @Test
    void aPartGoesOnWhereTheLastOneEnded() throws IOException {
        var reader = new LineReader(new ByteArrayInputStream("x\n".getBytes(StandardCharsets.UTF_8)), 41);
        assertThat(reader.next(5)).extracting(LineReader.Line::number).containsExactly(42L);
    }

    @Test
    void aLineThatIsTooLongIsSkippedAndTheNextIsRead() throws IOException {
        var lines = over("a".repeat(LineReader.LONGEST) + "\n" + "b".repeat(LineReader.LONGEST + 1) + "\nshort")
                .next(9);
        assertThat(lines).extracting(LineReader.Line::fault).containsExactly(null, LineFault.LINE_TOO_LONG, null);
        assertThat(lines.getLast().text()).isEqualTo("short");
    }

    @Test
    void whatIsNotUtf8IsReported() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write("good\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("Müller\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.write("good\n".getBytes(StandardCharsets.UTF_16LE));
        var lines = new LineReader(new ByteArrayInputStream(bytes.toByteArray()), 0).next(3);
        assertThat(lines).extracting(LineReader.Line::fault).startsWith(null, LineFault.WRONG_ENCODING);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        assertThat(over("\uFEFF{}\n\uFEFF{}").next(2))
                .extracting(LineReader.Line::text)
                .containsExactly("{}", "\uFEFF{}");
    }

    @Test
    void memoryIsBoundedHoweverLongTheLines() throws IOException {
        var endless = new LineReader(InputStream.nullInputStream(), 0);
        assertThat(endless.next(1_000)).isEmpty();
        var long16k = over(("c".repeat(16 * 1024) + "\n").repeat(600));
        assertThat(List.of(long16k.next(1_000).size(), long16k.next(1_000).size()))
                .allMatch(size -> size < 200);
    }

    @Test
    void aStreamThatBreaksOffIsAnErrorAndNotAnEnd() {
        var broken = new InputStream() {
            private int left = 5;

            @Override
            public int read() throws IOException {
                if (left == 0) {
                    throw new IOException("connection reset");
                }
                left--;
                return 'x';
            }
        };
        assertThatThrownBy(() -> new LineReader(broken, 0).next(1)).isInstanceOf(IOException.class);
    }
}
