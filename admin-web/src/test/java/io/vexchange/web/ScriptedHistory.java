package io.vexchange.web;

import io.vexchange.web.history.History;
import io.vexchange.web.json.Times;
import io.vexchange.web.shape.CandleShape;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A past without orders or acts, in which every instrument has traded for two hours. */
public final class ScriptedHistory {
    private static final int CANDLES = 120;

    private ScriptedHistory() {}

    /** @return it; what it has nothing of is an empty list */
    public static History quiet() {
        return (History) Proxy.newProxyInstance(
                History.class.getClassLoader(), new Class<?>[] {History.class}, (proxy, method, given) -> {
                    if (method.getName().equals("candles")) {
                        return candles((String) given[0], (Integer) given[1]);
                    }
                    return nothing(method);
                });
    }

    private static Object nothing(final Method method) {
        if (method.getReturnType() == long.class) {
            return 0L;
        }
        return method.getReturnType() == List.class ? List.of() : null;
    }

    private static List<CandleShape> candles(final String symbol, final int seconds) {
        final Random random = new Random(symbol.hashCode());
        final long lastSecond = Times.nowMicros() / 1_000_000 / seconds * seconds;
        final List<CandleShape> candles = new ArrayList<>();
        long ticks = symbol.equals("ACME") ? 9_900 : symbol.equals("BTC-USD") ? 4_990_000 : 249_000;
        final int step = (int) (ticks / 1_500);
        for (int i = CANDLES; i >= 0; i--) {
            final long close = ticks + random.nextInt(2 * step + 1) - step + step / 8;
            final long high = Math.max(ticks, close) + random.nextInt(step);
            final long low = Math.min(ticks, close) - random.nextInt(step);
            candles.add(new CandleShape(
                    Times.text((lastSecond - (long) i * seconds) * 1_000_000),
                    price(ticks),
                    price(high),
                    price(low),
                    price(close),
                    Integer.toString(20 + random.nextInt(400)),
                    "0.000000",
                    7,
                    i > 0));
            ticks = close;
        }
        return candles;
    }

    private static String price(final long ticks) {
        return BigDecimal.valueOf(ticks, 2).toPlainString();
    }
}
