package io.vexchange.fixclient.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import quickfix.ConfigError;
import quickfix.DataDictionary;
import quickfix.FieldNotFound;
import quickfix.IncorrectDataFormat;
import quickfix.IncorrectTagValue;
import quickfix.InvalidMessage;
import quickfix.Message;

class MessageTemplateTest {
    private static final long NOON = Instant.parse("2026-11-25T12:00:00.007Z").toEpochMilli();

    @Test
    void shouldFillInWhatChanges() {
        final MessageTemplate template = MessageTemplate.builder("D", "LOAD1", "VEX")
                .field(11, "ID-000000000")
                .blank(60, UtcTimestamp.LENGTH)
                .build();
        template.put(template.positionOf(11) + 3, 9, 42);
        final ByteBuffer out = ByteBuffer.allocate(512);
        template.write(out, 7, new UtcTimestamp().at(NOON));

        final String text =
                new String(out.array(), 0, out.position(), StandardCharsets.US_ASCII).replace('\u0001', '|');
        assertThat(text)
                .startsWith(
                        "8=FIX.4.4|9=100|35=D|49=LOAD1|56=VEX|34=000000007|52=20261125-12:00:00.007|11=ID-000000042|"
                                + "60=20261125-12:00:00.007|10=");
        assertThat(template.length()).isEqualTo(out.position());
    }

    @Test
    void shouldWriteWhatTheStockDictionaryAccepts()
            throws ConfigError, InvalidMessage, FieldNotFound, IncorrectTagValue, IncorrectDataFormat, LoadFault {
        final DataDictionary dictionary = new DataDictionary("FIX44.xml");
        final RequestWriter writer = new RequestWriter(LoadRunTest.plan(1).build(), "LOAD1", "LX00-");
        long number = 0;
        for (final RequestKind kind : RequestKind.values()) {
            final ByteBuffer out = ByteBuffer.allocate(RequestWriter.LONGEST_MESSAGE);
            writer.request(out, kind, ++number);
            final String text = new String(out.array(), 0, out.position(), StandardCharsets.US_ASCII);
            final Message message = new Message(text, dictionary, true); // proves BodyLength and CheckSum too
            dictionary.validate(message);
            assertThat(message.getHeader().getString(35)).isEqualTo(kind.msgType());
            assertThat(message.getString(11)).isEqualTo("LX00-00000000" + number);
        }
    }

    @Test
    void shouldChangeTheDateWithTheDay() {
        final UtcTimestamp utc = new UtcTimestamp();
        final long midnight = Instant.parse("2026-11-26T00:00:00Z").toEpochMilli();
        assertThat(utc.at(midnight - 1)).asString(StandardCharsets.US_ASCII).isEqualTo("20261125-23:59:59.999");
        assertThat(utc.at(midnight)).asString(StandardCharsets.US_ASCII).isEqualTo("20261126-00:00:00.000");
    }
}
