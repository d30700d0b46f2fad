package io.vexchange.fixclient.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixFramesTest {
    /** Gives at most so many bytes a read. */
    private record Trickle(ByteArrayInputStream bytes, int most) implements ReadableByteChannel {
        @Override
        public int read(final ByteBuffer to) {
            final byte[] part = new byte[Math.min(most, to.remaining())];
            final int read = bytes.read(part, 0, part.length);
            if (read > 0) {
                to.put(part, 0, read);
            }
            return read;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    private static String framed(final String body) {
        final String text = body.replace('|', '\u0001');
        final String head = "8=FIX.4.4\u00019=" + text.length() + "\u0001" + text;
        final int sum = head.chars().sum() & 0xFF;
        return head + String.format("10=%03d\u0001", sum);
    }

    private static List<String> read(final String stream, final int most) throws IOException {
        final List<String> seen = new ArrayList<>();
        final FixFrames frames = new FixFrames();
        final Trickle channel =
                new Trickle(new ByteArrayInputStream(stream.getBytes(StandardCharsets.ISO_8859_1)), most);
        int read = 0;
        while (read >= 0) {
            read = frames.read(channel, view -> seen.add(view.toString()));
        }
        return seen;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 50, 100_000})
    void shouldCutTheStreamHoweverItArrives(final int most) throws IOException {
        final String first = "35=8|11=a|150=0|";
        final String second = "35=0|112=" + "x".repeat(300) + "|";
        assertThat(read(framed(first) + framed(second) + framed(first), most)).containsExactly(first, second, first);
    }

    @Test
    void shouldReadFields() throws IOException {
        final List<String> checked = new ArrayList<>();
        final FixFrames frames = new FixFrames();
        final String text =
                framed("35=8|34=000012|11=LX00-000000123|150=F|151=0.00|14=1.5|58=CODE: why|11=second|9999=x|");
        frames.read(new Trickle(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), 1_000), view -> {
            checked.add(view.text(58));
            assertThat(view.number(34)).isEqualTo(12);
            assertThat(view.numberBehind(11, "LX00-".getBytes(StandardCharsets.US_ASCII)))
                    .isEqualTo(123);
            assertThat(view.numberBehind(11, "LY00-".getBytes(StandardCharsets.US_ASCII)))
                    .isEqualTo(-1);
            assertThat(view.first(150)).isEqualTo((byte) 'F');
            assertThat(view.isOneCharacter(35)).isTrue();
            assertThat(view.has(41)).isFalse();
            assertThat(view.number(14)).isEqualTo(-1);
        });
        assertThat(checked).containsExactly("CODE: why");
    }

    @Test
    void shouldRefuseAWrongCheckSum() {
        final String wrong = framed("35=0|").replaceAll("10=...", "10=000");
        assertThatThrownBy(() -> read(wrong, 100))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("CheckSum is wrong");
    }

    @Test
    void shouldRefuseAWrongBodyLength() {
        final String wrong = framed("35=0|112=abcdefgh|").replace("9=18", "9=17");
        assertThatThrownBy(() -> read(wrong, 100))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("BodyLength");
        assertThatThrownBy(() -> read("8=FIX.4.4\u00019=99999999\u000135=0\u0001", 100))
                .hasMessageContaining("BodyLength is no number");
    }

    @Test
    void shouldRefuseWhatIsNoFix() {
        assertThatThrownBy(() -> read("HTTP/1.1 400 Bad Request\r\n", 100))
                .hasMessageContaining("does not begin as FIX.4.4");
    }
}
