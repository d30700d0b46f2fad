package io.vexchange.fixclient.trading;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of the language: decimals, durations, tags. */
final class Values {
    private static final Pattern DECIMAL = Pattern.compile("-?(\\d+(\\.\\d*)?|\\.\\d+)");
    private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m)");
    private static final Duration LONGEST = Duration.ofHours(1);

    private Values() {}

    /** A decimal as it was typed: it goes onto the wire unchanged, so that also a wrong one can be tried. */
    static String decimal(final String text, final String what) throws SyntaxFault {
        if (!DECIMAL.matcher(text).matches()) {
            throw new SyntaxFault(what + " must be a number such as 99.50, not \"" + text + "\"");
        }
        return text;
    }

    static boolean isDecimal(final String text) {
        return text != null && DECIMAL.matcher(text).matches();
    }

    /** True for the same number, however many zeros it has, or for the same text. */
    static boolean same(final String have, final String wanted) {
        if (have == null) {
            return false;
        }
        if (isDecimal(have) && isDecimal(wanted)) {
            return new BigDecimal(have).compareTo(new BigDecimal(wanted)) == 0;
        }
        return have.equals(wanted);
    }

    /** True for a number above zero. */
    static boolean isPositive(final String text) {
        return isDecimal(text) && new BigDecimal(text).signum() > 0;
    }

    /** 300ms, 5s, 1.5s, 2m; at most an hour. */
    static Duration duration(final String text) throws SyntaxFault {
        final Matcher found = DURATION.matcher(text);
        if (!found.matches()) {
            throw new SyntaxFault("a time is written 300ms, 5s or 2m, not \"" + text + "\"");
        }
        final long unitMillis = switch (found.group(2)) {
            case "ms" -> 1L;
            case "s" -> 1_000L;
            default -> 60_000L;
        };
        final BigDecimal millis = new BigDecimal(found.group(1)).multiply(BigDecimal.valueOf(unitMillis));
        if (millis.compareTo(BigDecimal.valueOf(LONGEST.toMillis())) > 0) {
            throw new SyntaxFault("a time is at most an hour, not \"" + text + "\"");
        }
        return Duration.ofMillis(millis.longValue());
    }

    static boolean isDuration(final String text) {
        return DURATION.matcher(text).matches();
    }

    /** The tag in front of {@code =}, or -1 when the word is not of the form 110=5. */
    static int tagOf(final String word) {
        final int equals = word.indexOf('=');
        if (equals < 1 || equals > 5) {
            return -1;
        }
        for (int i = 0; i < equals; i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return -1;
            }
        }
        return Integer.parseInt(word.substring(0, equals));
    }

    /** What stands behind the first {@code =}. */
    static String valueOf(final String word) throws SyntaxFault {
        final String value = word.substring(word.indexOf('=') + 1);
        if (value.isEmpty()) {
            throw new SyntaxFault("\"" + word + "\" has no value");
        }
        return value;
    }
}
