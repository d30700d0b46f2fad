package io.vexchange.web.shape;

import java.util.List;

/** A FIX session that is wanted. */
public record NewSessionRequest(
        @Doc(required = true, value = "SenderCompID", example = "GAMMA1")
        String id,

        @Doc(required = true, example = "GAMMA") String participant,

        @Doc(required = true, value = "ORDER_ENTRY DROP_COPY MARKET_DATA", example = "ORDER_ENTRY")
        String role,

        @Doc(value = "of the firm", example = "GAMMA-A") List<String> accounts,
        @Doc(nullable = true, example = "GAMMA-A") String defaultAccount,

        @Doc(required = true, example = "a secret of the firm")
        String password,

        @Doc(value = "absent: from everywhere", example = "10.0.0.0/8")
        List<String> addresses,

        ThrottleRequest throttle,

        @Doc(value = "the venue's own tags", example = "false")
        Boolean extensions,

        @Doc(value = "789 at logon", example = "false") Boolean nextExpected,

        @Doc(value = "NONE SESSION ACCOUNT", example = "NONE")
        String cancelOnDisconnect,

        @Doc(value = "absent: the firm's", nullable = true) String selfTradePrevention,
        @Doc(nullable = true) String reason) {}
