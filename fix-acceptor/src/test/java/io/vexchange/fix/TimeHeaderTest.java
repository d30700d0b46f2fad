package io.vexchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quickfix.Message;
import quickfix.UtcTimestampPrecision;
import quickfix.field.SendingTime;

class TimeHeaderTest {
    private final TimeHeader ours = new TimeHeader();
    private final Message.Header theirs = new Message().getHeader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20261125-13:37:06",
                "20261125-13:37:06.655",
                "20261125-00:00:00.000001",
                "20240229-23:59:59.123456789",
                "20260101-00:00:00.000"
            })
    void shouldReadWhatQuickFixReads(final String text) throws Exception {
        ours.setString(SendingTime.FIELD, text);
        theirs.setString(SendingTime.FIELD, text);
        assertThat(ours.getUtcTimeStamp(SendingTime.FIELD)).isEqualTo(theirs.getUtcTimeStamp(SendingTime.FIELD));
    }

    @Test
    void shouldRefuseWhatIsNoTime() {
        for (final String each : new String[] {"20261125", "20261325-00:00:00", "20261125-25:00:00", "", "now"}) {
            ours.setString(SendingTime.FIELD, each);
            assertThatThrownBy(() -> ours.getUtcTimeStamp(SendingTime.FIELD)).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void shouldWriteWhatQuickFixWrites() throws Exception {
        final LocalDateTime time = LocalDateTime.of(2026, 11, 25, 3, 7, 6, 5_040_321);
        for (final UtcTimestampPrecision each : UtcTimestampPrecision.values()) {
            ours.setUtcTimeStamp(SendingTime.FIELD, time, each);
            theirs.setUtcTimeStamp(SendingTime.FIELD, time, each);
            assertThat(ours.getString(SendingTime.FIELD)).isEqualTo(theirs.getString(SendingTime.FIELD));
        }
    }
}
