package io.vexchange.fix;

/**
 * A Logon as far as the venue judges it before the session sees it.
 *
 * @param raw the message
 * @param sender 49
 * @param username 553, null when absent
 * @param password 554, null when absent
 * @param heartbeatSeconds 108
 * @param resets 141=Y
 * @param extensions 8016=Y
 * @param cancelScope 8013 N, S or Y; 0 = absent
 * @param sparesOnLogout 8014=Y
 * @param sparesGtc 8015=N
 * @param faultyTag of the first field that cannot be so, 0 = none
 */
record LogonRequest(
        String raw,
        String sender,
        String username,
        String password,
        int heartbeatSeconds,
        boolean resets,
        boolean extensions,
        char cancelScope,
        boolean sparesOnLogout,
        boolean sparesGtc,
        int faultyTag) {
    private static final int LONGEST_HEARTBEAT_SECONDS = 300;

    /**
     * @param raw a Logon
     * @param nextExpectedNeeded 789 must be there
     */
    static LogonRequest parse(final String raw, final boolean nextExpectedNeeded) {
        final int heartbeat = number(FixText.value(raw, 108));
        final String reset = FixText.value(raw, 141);
        final String scope = FixText.value(raw, 8013);
        return new LogonRequest(
                raw,
                FixText.value(raw, 49),
                FixText.value(raw, 553),
                FixText.value(raw, 554),
                heartbeat,
                "Y".equals(reset),
                "Y".equals(FixText.value(raw, 8016)),
                scope == null || scope.isEmpty() ? 0 : scope.charAt(0),
                "Y".equals(FixText.value(raw, 8014)),
                "N".equals(FixText.value(raw, 8015)),
                faultyTag(raw, heartbeat, nextExpectedNeeded));
    }

    private static int faultyTag(final String raw, final int heartbeat, final boolean nextExpectedNeeded) {
        final int number = number(FixText.value(raw, 34));
        if (number < 1 || (number != 1 && "Y".equals(FixText.value(raw, 141)))) {
            return 34;
        }
        if (!"0".equals(FixText.value(raw, 98))) {
            return 98;
        }
        if (heartbeat < 1 || heartbeat > LONGEST_HEARTBEAT_SECONDS) {
            return 108;
        }
        if ("Y".equals(FixText.value(raw, 464))) {
            return 464;
        }
        if (!isOneOf(raw, 8013, "NSY")) {
            return 8013;
        }
        for (final int flag : new int[] {141, 8014, 8015, 8016}) {
            if (!isOneOf(raw, flag, "YN")) {
                return flag;
            }
        }
        return nextExpectedNeeded && number(FixText.value(raw, 789)) < 1 ? 789 : 0;
    }

    private static boolean isOneOf(final String raw, final int tag, final String values) {
        final String value = FixText.value(raw, tag);
        return value == null || (value.length() == 1 && values.indexOf(value.charAt(0)) >= 0);
    }

    /** @return a number of up to nine digits, -1 when it is none */
    static int number(final String text) {
        if (text == null || text.isEmpty() || text.length() > 9) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            final char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }
}
