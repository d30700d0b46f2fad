package io.vexchange.engine.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.Code;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversionTest {
    private final Items items = new Items();
    private final Conversion conversion = new Conversion(items.directory);
    private final OrderEntry entry = new OrderEntry();
    private final ConvertedOrder out = new ConvertedOrder();

    @BeforeEach
    void limitOrder() {
        items.imageBegin(1);
        items.venue();
        items.imageEnd();
        entry.clear()
                .account("ALPHA-A")
                .symbol("ACME")
                .side('1')
                .orderType('2')
                .price("99.00")
                .quantity("10");
    }

    private void shouldRefuse(final OrderField field, final Code code) {
        assertThat(conversion.newOrder(entry, out)).isEqualTo(code);
        assertThat(out.field()).isEqualTo(field);
    }

    @Test
    void shouldConvert() {
        assertThat(conversion.newOrder(entry, out)).isEqualTo(Code.NONE);
        assertThat(out.priceTicks()).isEqualTo(9_900);
        assertThat(out.quantityLots()).isEqualTo(10);
        assertThat(out.accountId()).isEqualTo(Items.ALPHA);
        assertThat(out.instrument().symbol()).isEqualTo("ACME");
        assertThat(out.timeInForce).isEqualTo('0');
        assertThat(out.stopPriceTicks).isEqualTo(Decimals.ABSENT);
    }

    @Test
    void shouldRefuseInTheGatewaysOrder() {
        entry.account("NOPE").symbol("NOPE").price("99.005");
        shouldRefuse(OrderField.ACCOUNT, Code.UNKNOWN_ACCOUNT);
        entry.account("ALPHA-A");
        shouldRefuse(OrderField.SYMBOL, Code.UNKNOWN_SYMBOL);
        entry.symbol("ACME").quantity(null);
        shouldRefuse(OrderField.QUANTITY, Code.MISSING_FIELD);
        assertThat(out.faults())
                .containsExactly(
                        new OrderFault(OrderField.QUANTITY, Code.MISSING_FIELD),
                        new OrderFault(OrderField.PRICE, Code.PRICE_TICK));
        entry.quantity("10.5").price("99");
        shouldRefuse(OrderField.QUANTITY, Code.QTY_LOT);
        entry.quantity("9223372036854775808");
        shouldRefuse(OrderField.QUANTITY, Code.NUMBER_RANGE);
        entry.quantity("10").price("1" + "0".repeat(30));
        shouldRefuse(OrderField.PRICE, Code.PRICE_COLLAR);
        entry.price("abc");
        shouldRefuse(OrderField.PRICE, Code.INVALID_FIELD);
        entry.price(null);
        shouldRefuse(OrderField.PRICE, Code.MISSING_FIELD);
    }

    @Test
    void shouldTakeTheDefaultAccountAndOnlyAllowedOnes() {
        entry.account(null).defaultAccountId(Items.ALPHA);
        assertThat(conversion.newOrder(entry, out)).isEqualTo(Code.NONE);
        assertThat(out.accountId()).isEqualTo(Items.ALPHA);
        entry.account(Directory.FEES_ACCOUNT).allowedAccountIds(List.of(Items.ALPHA));
        shouldRefuse(OrderField.ACCOUNT, Code.UNKNOWN_ACCOUNT);
    }

    @Test
    void shouldIgnoreThePriceOfAMarketOrder() {
        entry.orderType('1').price("99.005");
        assertThat(conversion.newOrder(entry, out)).isEqualTo(Code.NONE);
        assertThat(out.priceTicks()).isEqualTo(Decimals.ABSENT);
    }

    @Test
    void shouldRequireWhatTheTypeNeeds() {
        entry.orderType('3').price(null);
        shouldRefuse(OrderField.STOP_PRICE, Code.MISSING_FIELD);
        entry.orderType('P');
        shouldRefuse(OrderField.PEG_REFERENCE, Code.MISSING_FIELD);
        entry.orderType('K').timeInForce('6');
        shouldRefuse(OrderField.EXPIRE_TIME, Code.MISSING_FIELD);
        entry.orderType('9').timeInForce(0);
        shouldRefuse(OrderField.ORDER_TYPE, Code.UNSUPPORTED_FIELD);
    }

    @Test
    void shouldLeaveZeroAndNegativeToTheEngine() {
        entry.quantity("-5").price("0");
        assertThat(conversion.newOrder(entry, out)).isEqualTo(Code.NONE);
        assertThat(out.quantityLots()).isEqualTo(-5);
        assertThat(out.priceTicks()).isZero();
    }

    @Test
    void shouldSendAReplaceOnWithItsFault() {
        entry.clear().account("NOPE").symbol("NOPE").quantity("10.5");
        assertThat(conversion.replace(entry, out)).isEqualTo(Code.NONE);
        assertThat(out.accountId()).isEqualTo(-1);
        assertThat(out.instrumentId).isEqualTo(-1);
        entry.clear().symbol("ACME").quantity("10.5");
        assertThat(conversion.replace(entry, out)).isEqualTo(Code.QTY_LOT);
        assertThat(out.accountId()).isZero();
        entry.quantity("12");
        assertThat(conversion.replace(entry, out)).isEqualTo(Code.NONE);
        assertThat(out.quantityLots()).isEqualTo(12);
        assertThat(out.priceTicks()).isEqualTo(Decimals.ABSENT);
    }

    @Test
    void shouldGiveTheSameFingerprintToTheSameOrder() {
        conversion.newOrder(entry, out);
        final long first = out.fingerprint();
        conversion.newOrder(entry.price("99.0").quantity("010"), out);
        assertThat(out.fingerprint()).isEqualTo(first);
        conversion.newOrder(entry.quantity("11"), out);
        assertThat(out.fingerprint()).isNotEqualTo(first);
    }
}
