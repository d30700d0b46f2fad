package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.ALPHA2;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.GAMMA;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderTypesTest {
    private final TestVenue venue = new TestVenue();

    @Test
    void shouldEndTheRestOfAMarketOrder() {
        venue.order(BETA).sell(5).at(10_000).send();
        assertThat(venue.order(ALPHA).buy(8).market().send())
                .startsWith("2 0/0 open 8")
                .endsWith("book - 1 0@10000", "2 4/4 open 0 NO_LIQUIDITY");
    }

    @Test
    void shouldIgnoreThePriceOfAMarketOrder() {
        venue.order(BETA).sell(1).at(10_100).send();
        venue.order(ALPHA).buy(1).market().at(10_000).send();
        assertThat(venue.reports().get(0).priceTicks()).isEqualTo(Long.MIN_VALUE);
        assertThat(venue.reports().get(2).orderStatus()).isEqualTo((short) '2');
    }

    @Test
    void shouldWalkNoFurtherThanTheBandInclusive() {
        venue.order(BETA).sell(1).at(10_000).send();
        venue.order(BETA).sell(1).at(10_300).send();
        venue.order(BETA).sell(1).at(10_301).send();
        assertThat(venue.order(ALPHA).buy(3).market().send())
                .contains("4 F/1 1@10300 open 1")
                .endsWith("4 4/4 open 0 PROTECTION_BAND");
        assertThat(venue.order(ALPHA).sell(1).market().send()).endsWith("5 4/4 open 0 NO_LIQUIDITY");
    }

    @Test
    void shouldEndTheRestOfAnImmediateOrder() {
        venue.order(BETA).sell(5).at(10_000).send();
        assertThat(venue.order(ALPHA).buy(8).at(10_000).immediate().send()).endsWith("2 4/4 open 0 NO_LIQUIDITY");
    }

    @Test
    void shouldTouchNothingWhenAFillOrKillCannotBeFilled() {
        venue.order(BETA).sell(5).at(10_000).send();
        venue.order(BETA).sell(5).at(10_001).send();
        assertThat(venue.order(ALPHA).buy(11).at(10_001).fillOrKill().send())
                .containsExactly("3 0/0 open 11", "3 4/4 open 0 FOK_NOT_FILLABLE");
        assertThat(venue.order(ALPHA).buy(6).at(10_000).fillOrKill().send())
                .containsExactly("4 0/0 open 6", "4 4/4 open 0 FOK_NOT_FILLABLE");
        assertThat(venue.order(ALPHA).buy(10).at(10_001).fillOrKill().send())
                .contains("5 F/1 5@10000 open 5", "5 F/2 5@10001 open 0");
    }

    @Test
    void shouldCountHiddenQuantityForAFillOrKill() {
        venue.order(BETA).sell(30).at(10_000).display(5).send();
        assertThat(venue.order(ALPHA).buy(30).at(10_000).fillOrKill().send()).contains("2 F/2 5@10000 open 0");
    }

    @Test
    void shouldNotCountOwnOrdersForAFillOrKill() {
        venue.order(BETA).sell(2).at(10_000).send();
        venue.order(ALPHA2).sell(2).at(10_000).send();
        venue.order(BETA).sell(2).at(10_000).send();
        for (final char mode : new char[] {'N', 'B', 'D'}) {
            assertThat(venue.order(ALPHA)
                            .buy(4)
                            .at(10_000)
                            .fillOrKill()
                            .mode(mode)
                            .send())
                    .as("mode %s", mode)
                    .endsWith(venue.resultId() + " 4/4 open 0 FOK_NOT_FILLABLE");
        }
        assertThat(venue.order(ALPHA).buy(4).at(10_000).fillOrKill().mode('O').send())
                .contains("2 4/4 open 0 STP_OLDEST", venue.resultId() + " F/2 2@10000 open 0");
    }

    @Test
    void shouldTellWhatTheOwnFirmUsesUpFromWhatTrades() {
        venue.order(ALPHA2).sell(6).at(10_000).display(2).send();
        venue.order(BETA).sell(6).at(10_000).display(2).send();
        assertThat(venue.order(ALPHA)
                        .buy(8)
                        .at(10_000)
                        .immediate()
                        .minimum(5)
                        .mode('D')
                        .send())
                .endsWith("3 4/4 open 0 MIN_QTY_NOT_MET");
        assertThat(venue.order(ALPHA)
                        .buy(8)
                        .at(10_000)
                        .immediate()
                        .minimum(4)
                        .mode('D')
                        .send())
                .filteredOn(line -> line.startsWith("trade"))
                .containsExactly("trade 2@10000", "trade 2@10000");
    }

    @Test
    void shouldEndBelowTheMinimumQuantityWithoutATrade() {
        venue.order(BETA).sell(5).at(10_000).send();
        assertThat(venue.order(ALPHA).buy(8).at(10_000).immediate().minimum(6).send())
                .containsExactly("2 0/0 open 8", "2 4/4 open 0 MIN_QTY_NOT_MET");
        assertThat(venue.order(ALPHA).buy(8).at(10_000).immediate().minimum(5).send())
                .contains("3 F/1 5@10000 open 3");
    }

    @ParameterizedTest
    @ValueSource(longs = {10_000, 10_001})
    void shouldRefuseAPostOnlyOrderThatMeetsTheOppositeSide(final long ticks) {
        venue.order(BETA).sell(5).at(10_000).send();
        assertThat(venue.order(ALPHA).buy(5).at(ticks).postOnly().send()).containsExactly("2 8/8 open 0 POST_ONLY");
    }

    @Test
    void shouldRefuseAPostOnlyOrderThatMeetsItsOwnFirm() {
        venue.order(ALPHA2).sell(5).at(10_000).send();
        assertThat(venue.order(ALPHA).buy(5).at(10_000).postOnly().send()).containsExactly("2 8/8 open 0 POST_ONLY");
    }

    @Test
    void shouldRestAPostOnlyOrderThatMeetsNothing() {
        venue.order(BETA).sell(5).at(10_000).send();
        assertThat(venue.order(ALPHA).buy(5).at(9_999).postOnly().send()).contains("book + 2 5@9999");
    }

    @Test
    void shouldRefillAnIcebergBehindTheOthersOfItsPriceUnderANewEntry() {
        venue.order(BETA).sell(30).at(10_000).display(10).send();
        venue.order(GAMMA).sell(20).at(10_000).send();
        assertThat(venue.order(ALPHA).buy(10).at(10_000).send())
                .endsWith("trade 10@10000", "book - 1 0@10000", "book + 1 10@10000");
        assertThat(venue.order(ALPHA).buy(25).at(10_000).send())
                .contains("2 F/2 20@10000 open 0", "1 F/1 5@10000 open 15", "book ~ 1 5@10000");
    }

    @Test
    void shouldRefuseATipThatIsTooSmall() {
        assertThat(venue.order(ALPHA).buy(1_000).at(9_900).display(9).send())
                .containsExactly("1 8/8 open 0 DISPLAY_TOO_SMALL");
        assertThat(venue.order(ALPHA).buy(1_000).at(9_900).display(10).send()).contains("book + 2 10@9900");
        assertThat(venue.order(ALPHA).buy(1_000).at(9_900).display(1_001).send())
                .containsExactly("3 8/8 open 0 QTY_INVALID");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, Long.MIN_VALUE + 1, 1_000_001, Long.MAX_VALUE})
    void shouldRefuseAQuantityOutsideTheBounds(final long lots) {
        assertThat(venue.order(ALPHA).buy(lots).at(10_000).send()).containsExactly("1 8/8 open 0 QTY_INVALID");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE + 1, Long.MAX_VALUE})
    void shouldRefuseAPriceOutsideAnyRange(final long ticks) {
        venue.order(ALPHA).sell(1).at(ticks).send();
        assertThat(venue.reports().get(0).orderStatus()).isEqualTo((short) '8');
    }

    @Test
    void shouldRefuseANotionalThatPassesSixtyThreeBitsRatherThanWrapIt() {
        assertThat(venue.order(ALPHA)
                        .buy(1_000_000)
                        .at(Long.MAX_VALUE / 999_999)
                        .send())
                .containsExactly("1 8/8 open 0 NOTIONAL");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,6", "1,7", "2,7", "3,3", "3,4", "3,7", "4,3", "4,7", "K,3", "K,7", "P,3", "P,7", "9,0"})
    void shouldRefuseWhatIsNotInTheTable(final char type, final char time) {
        final OrderCommand order = venue.order(ALPHA).buy(1).type(type).time(time);
        if (type == '2' || type == '4') {
            order.at(10_000);
        }
        if (type == '3') {
            order.stop(10_500).time(time);
        } else if (type == '4') {
            order.stopLimit(10_500, 10_500).time(time);
        }
        assertThat(order.send()).containsExactly("1 8/8 open 0 UNSUPPORTED_COMBINATION");
    }

    @Test
    void shouldRefuseFlagsThatDoNotFit() {
        assertThat(venue.order(ALPHA).buy(5).at(10_000).immediate().postOnly().send())
                .containsExactly("1 8/8 open 0 UNSUPPORTED_COMBINATION");
        assertThat(venue.order(ALPHA).buy(5).market().display(5).send())
                .containsExactly("2 8/8 open 0 UNSUPPORTED_COMBINATION");
        assertThat(venue.order(ALPHA).buy(5).at(10_000).minimum(5).send())
                .containsExactly("3 8/8 open 0 UNSUPPORTED_COMBINATION");
        assertThat(venue.order(ALPHA).buy(5).at(10_000).peg('R').send())
                .containsExactly("4 8/8 open 0 UNSUPPORTED_COMBINATION");
        assertThat(venue.order(ALPHA).buy(5).send()).containsExactly("5 8/8 open 0 MISSING_FIELD");
    }
}
