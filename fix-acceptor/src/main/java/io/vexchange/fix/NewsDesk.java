package io.vexchange.fix;

import io.vexchange.engine.client.Announcement;
import io.vexchange.engine.client.Decimals;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells an announcement at once, and again 15, 5 and 1 minute before it happens. Thread-safe; the clock is its caller's. */
final class NewsDesk {
    private static final long[] REMINDERS = {15, 5, 1};
    private static final int LONGEST_LINE = 256;

    private static final class Item {
        final Announcement announcement;
        int told;

        Item(final Announcement announcement, final long nowMicros) {
            this.announcement = announcement;
            skipTo(nowMicros);
        }

        /** @return true when a time to tell it has passed since the last call */
        boolean skipTo(final long nowMicros) {
            final int before = told;
            while (told < REMINDERS.length
                    && nowMicros >= announcement.atMicros() - TimeUnit.MINUTES.toMicros(REMINDERS[told])) {
                told++;
            }
            return told > before;
        }
    }

    private final Consumer<CharSequence> everybody;
    private final Map<Long, Item> items = new HashMap<>();

    /** @param everybody takes the body of a News (B) */
    NewsDesk(final Consumer<CharSequence> everybody) {
        this.everybody = everybody;
    }

    /** It has been announced, or withdrawn. */
    synchronized void announced(final Announcement announcement, final long nowMicros) {
        keep(announcement, nowMicros);
        if (announcement.isActive()) {
            everybody.accept(news(announcement, announcement.atMicros(), nowMicros));
        }
    }

    /** It had been announced before this gateway looked. */
    synchronized void known(final Announcement announcement, final long nowMicros) {
        if (!items.containsKey(announcement.id())) {
            keep(announcement, nowMicros);
        }
    }

    private void keep(final Announcement announcement, final long nowMicros) {
        if (announcement.isActive() && announcement.atMicros() != Decimals.ABSENT) {
            items.put(announcement.id(), new Item(announcement, nowMicros));
        } else {
            items.remove(announcement.id());
        }
    }

    /** To be called often. */
    synchronized void tick(final long nowMicros) {
        for (final Iterator<Item> i = items.values().iterator(); i.hasNext(); ) {
            final Item each = i.next();
            if (nowMicros >= each.announcement.atMicros()) {
                i.remove();
            } else if (each.skipTo(nowMicros)) {
                everybody.accept(news(each.announcement, each.announcement.atMicros(), nowMicros));
            }
        }
    }

    private static CharSequence news(final Announcement it, final long atMicros, final long nowMicros) {
        final StringBuilder body = new StringBuilder(200);
        body.append("42=");
        FixText.time(body, it.announcedMicros(), false).append(FixText.SOH);
        FixText.field(body, 61, it.severity() == 3 ? '1' : '0');
        final StringBuilder headline = new StringBuilder(60);
        headline.append(it.severity() == 1 ? "INFO" : it.severity() == 2 ? "WARNING" : "CRITICAL");
        if (atMicros != Decimals.ABSENT && atMicros > nowMicros) {
            FixText.time(headline.append(" at "), atMicros, false);
            final Duration left = Duration.ofMillis((atMicros - nowMicros) / 1_000 + 500);
            headline.append(left.toHours() > 0 ? " UTC, in " + left.toHours() + " h " : " UTC, in ")
                    .append(left.toMinutesPart())
                    .append(" min");
        }
        FixText.field(body, 148, headline);
        final String[] lines = it.text().split("\n", -1);
        int count = 0;
        final StringBuilder text = new StringBuilder(it.text().length() + 20);
        for (final String line : lines) {
            for (int from = 0; from < line.length() || (from == 0 && lines.length == 1); from += LONGEST_LINE) {
                final String part = line.substring(from, Math.min(line.length(), from + LONGEST_LINE));
                FixText.field(text, 58, part.isEmpty() ? "-" : part.replaceAll("[^ -~]", "?"));
                count++;
            }
        }
        FixText.field(body, 33, Math.max(1, count));
        return body.append(count == 0 ? "58=-" + FixText.SOH : text);
    }
}
