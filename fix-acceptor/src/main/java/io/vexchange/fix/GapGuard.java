package io.vexchange.fix;

/**
 * Bounds what is kept of a client's messages while some before them are missing: QuickFIX/J would keep any number. What is let go is missed
 * again, and asked for, when the gap is filled. On the session's thread.
 */
final class GapGuard {
    static final int MOST_KEPT = 2_000;
    private static final String NEVER_KEPT = "A245";

    private int kept;
    private int last;

    void begin() {
        kept = 0;
        last = 0;
    }

    /**
     * @param type 35
     * @param number 34
     * @param expected the number that is to come
     * @return false when it is better let go
     */
    boolean admits(final String type, final int number, final int expected) {
        if (expected > last) {
            kept = 0;
        }
        if (number <= expected || (type.length() == 1 && NEVER_KEPT.contains(type))) {
            return true;
        }
        if (kept >= MOST_KEPT) {
            return false;
        }
        kept++;
        last = Math.max(last, number);
        return true;
    }
}
