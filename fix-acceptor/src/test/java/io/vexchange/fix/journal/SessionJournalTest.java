package io.vexchange.fix.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionJournalTest {
    private static final JournalLimits LIMITS = new JournalLimits(1 << 18, 2_000, 1_000_000);

    @TempDir
    private Path folder;

    private final AtomicLong clock = new AtomicLong(1_000);

    private SessionJournal open() {
        return SessionJournal.open(folder, LIMITS, clock::get);
    }

    private static void pend(final SessionJournal journal, final long sequence) {
        final byte[] event = ("event " + sequence).getBytes(StandardCharsets.ISO_8859_1);
        journal.pending(sequence, new UnsafeBuffer(event), 0, event.length);
    }

    private static List<String> read(final SessionJournal journal, final int first, final int last) {
        final List<String> messages = new ArrayList<>();
        journal.read(first, last, (number, message) -> messages.add(number + " " + message));
        return messages;
    }

    private static List<String> drain(final SessionJournal journal) {
        final List<String> events = new ArrayList<>();
        final long[] sequence = {0};
        while (journal.firstPending((eventSequence, event) -> {
            sequence[0] = eventSequence;
            events.add(new String(event, StandardCharsets.ISO_8859_1));
        })) {
            journal.out(journal.nextSender(), sequence[0], "sent " + sequence[0]);
        }
        return events;
    }

    @Test
    void shouldKnowEverythingAgain() {
        try (SessionJournal journal = open()) {
            journal.out(1, 0, "logon");
            journal.out(2, 17, "report");
            journal.nextTarget(5);
            journal.connected(new ConnectionRecord(3, 'S', true, false));
            pend(journal, 20);
            pend(journal, 22);
        }
        try (SessionJournal journal = open()) {
            assertThat(journal.nextSender()).isEqualTo(3);
            assertThat(journal.nextTarget()).isEqualTo(5);
            assertThat(journal.greatestEvent()).isEqualTo(22);
            assertThat(journal.pending()).isEqualTo(2);
            assertThat(journal.isSettled()).isFalse();
            assertThat(journal.connection()).isEqualTo(new ConnectionRecord(3, 'S', true, false));
            assertThat(read(journal, 1, 9)).containsExactly("1 logon", "2 report");
            assertThat(drain(journal)).containsExactly("event 20", "event 22");
            journal.settled();
        }
        try (SessionJournal journal = open()) {
            assertThat(journal.pending()).isZero();
            assertThat(journal.nextSender()).isEqualTo(5);
            assertThat(journal.isSettled()).isTrue();
        }
    }

    @Test
    void shouldGoOnWithWhatWaitsWhenOnlySomeWasSent() {
        try (SessionJournal journal = open()) {
            pend(journal, 4);
            pend(journal, 7);
            journal.firstPending((sequence, event) -> journal.out(1, sequence, "sent"));
        }
        try (SessionJournal journal = open()) {
            assertThat(journal.pending()).isEqualTo(1);
            assertThat(drain(journal)).containsExactly("event 7");
        }
    }

    @Test
    void shouldForgetAllButTheSequenceOnReset() {
        try (SessionJournal journal = open()) {
            journal.out(1, 3, "one");
            pend(journal, 9);
            journal.reset();
            assertThat(journal.pending()).isZero();
            assertThat(read(journal, 1, 9)).isEmpty();
            journal.out(1, 0, "logon");
        }
        try (SessionJournal journal = open()) {
            assertThat(journal.greatestEvent()).isEqualTo(9);
            assertThat(journal.nextSender()).isEqualTo(2);
            assertThat(read(journal, 1, 9)).containsExactly("1 logon");
            assertThat(drain(journal)).isEmpty();
        }
    }

    @Test
    void shouldCutATornTail() throws IOException {
        final int length;
        try (SessionJournal journal = open()) {
            journal.out(1, 1, "first");
            journal.out(2, 2, "second");
            length = 5;
        }
        final Path file = files().get(0);
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            final byte[] all = Files.readAllBytes(file);
            final int at = new String(all, StandardCharsets.ISO_8859_1).indexOf("second");
            raw.seek(at + length);
            raw.write('!');
        }
        try (SessionJournal journal = open()) {
            assertThat(journal.nextSender()).isEqualTo(2);
            assertThat(journal.greatestEvent()).isEqualTo(1);
            journal.out(2, 2, "again");
            assertThat(read(journal, 1, 2)).containsExactly("1 first", "2 again");
        }
    }

    @Test
    void shouldKeepABoundedNumberAndReadOverFiles() throws IOException {
        final String text = "x".repeat(300);
        try (SessionJournal journal = open()) {
            for (int i = 1; i <= 10_000; i++) {
                journal.out(i, i, text);
            }
            journal.force();
            assertThat(files()).hasSizeBetween(3, 5);
            final List<String> kept = read(journal, 1, 10_000);
            assertThat(kept).hasSizeBetween(2_000, 3_500).last().asString().startsWith("10000 ");
            assertThat(read(journal, 9_000, 9_001)).hasSize(2);
        }
        try (SessionJournal journal = open()) {
            assertThat(journal.nextSender()).isEqualTo(10_001);
        }
    }

    @Test
    void shouldGiveUpWhatHasWaitedTooLong() {
        try (SessionJournal journal = open()) {
            for (int i = 1; i <= 20_000; i++) {
                pend(journal, i);
            }
            assertThat(journal.pending()).isLessThan(20_000);
            assertThat(journal.pending() + journal.droppedPending()).isEqualTo(20_000);
            final List<String> events = drain(journal);
            assertThat(events).last().isEqualTo("event 20000");
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
