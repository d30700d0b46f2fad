package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.BETA_A;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Whatever comes in is answered; nothing is thrown, and nothing is changed that ought not to be. */
final class BadInputTest {
    private final TestVenue venue = new TestVenue();

    private void expect(final Code code, final List<String> told) {
        assertThat(told).isEmpty();
        assertThat(venue.code()).isEqualTo(code);
    }

    @Test
    void shouldRefuseWhatNoGatewaySendsWithoutAnEvent() {
        expect(
                Code.UNKNOWN_ACCOUNT,
                venue.order(ALPHA).buy(1).at(9_900).account(BETA_A).send());
        expect(
                Code.UNKNOWN_ACCOUNT,
                venue.order(ALPHA).buy(1).at(9_900).account(99).send());
        expect(
                Code.UNKNOWN_ACCOUNT,
                venue.order(new Trader(77, 2)).buy(1).at(9_900).send());
        expect(
                Code.UNKNOWN_SYMBOL,
                venue.order(ALPHA).buy(1).at(9_900).instrument(99).send());
        expect(Code.MISSING_FIELD, venue.order(ALPHA).buy(1).at(9_900).id("").send());
        expect(
                Code.INVALID_FIELD,
                venue.order(ALPHA).buy(1).at(9_900).id("x".repeat(37)).send());
        expect(Code.INVALID_FIELD, venue.order(ALPHA).buy(1).at(9_900).side('9').send());
        expect(Code.INVALID_FIELD, venue.order(ALPHA).buy(1).at(9_900).mode('Q').send());
        expect(
                Code.INVALID_FIELD,
                venue.order(ALPHA).buy(1).at(9_900).echo("x".repeat(4_097)).send());
        assertThat(venue.order(ALPHA)
                        .buy(1)
                        .at(9_900)
                        .id("x".repeat(36))
                        .echo("y".repeat(4_096))
                        .send())
                .contains("1 0/0 open 1");
        assertThat(Told.ids(venue.reports().get(0))).startsWith("x".repeat(36) + " ");
    }

    @Test
    void shouldRefuseADirectoryThatContradictsItself() {
        venue.asset("USD", 6);
        assertThat(venue.code()).isEqualTo(Code.IN_USE);
        assertThat(venue.resultId()).isEqualTo(1);
        venue.asset("", 6);
        assertThat(venue.code()).isEqualTo(Code.INVALID);
        venue.asset("X", 19);
        assertThat(venue.code()).isEqualTo(Code.INVALID);
        venue.participant(99, "", true);
        assertThat(venue.code()).isEqualTo(Code.NOT_FOUND);
        venue.account(0, "NEW", 99, AccountType.CASH, true);
        assertThat(venue.code()).isEqualTo(Code.NOT_FOUND);
        venue.account(2, "", 2, AccountType.CREDIT, true);
        assertThat(venue.code()).isEqualTo(Code.REFERENCE_USED);
        venue.session(0, "NEW", 2, true, BETA_A);
        assertThat(venue.code()).isEqualTo(Code.INVALID);
        venue.instrument(1, true, -200, 100, TestVenue.MONEY);
        assertThat(venue.code()).isEqualTo(Code.INVALID);
        venue.instrument(0, true, 0, 0, TestVenue.MONEY);
        assertThat(venue.code()).isEqualTo(Code.IN_USE);
    }

    @Test
    void shouldSurviveRandomBytes() {
        final Random random = new Random(7);
        final UnsafeBuffer command = venue.command();
        for (int i = 0; i < 20_000; i++) {
            final byte[] bytes = new byte[8 + 16 + random.nextInt(200)];
            random.nextBytes(bytes);
            command.putBytes(0, bytes);
            new MessageHeaderEncoder()
                    .wrap(command, 0)
                    .blockLength(16 + random.nextInt(200))
                    .templateId(2 + random.nextInt(43))
                    .schemaId(1)
                    .version(1);
            venue.send(bytes.length - MessageHeaderEncoder.ENCODED_LENGTH);
        }
        assertThat(venue.order(ALPHA).buy(1).at(9_900).send()).isNotEmpty();
    }
}
