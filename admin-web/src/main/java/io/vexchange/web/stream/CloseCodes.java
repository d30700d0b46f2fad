package io.vexchange.web.stream;

/** Why the venue closes a socket (RFC 6455, section 7.4, and its registry). */
final class CloseCodes {
    static final int GOING_AWAY = 1001;
    static final int NOT_TEXT = 1003;
    static final int POLICY = 1008;
    static final int TOO_BIG = 1009;
    static final int TRY_AGAIN = 1013;

    private CloseCodes() {}
}
