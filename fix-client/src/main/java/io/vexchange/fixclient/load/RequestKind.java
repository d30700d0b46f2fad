package io.vexchange.fixclient.load;

/** The requests a load consists of. */
enum RequestKind {
    /** A sell order that rests. */
    REST("D"),
    /** An immediate buy order that meets it. */
    TAKE("D"),
    /** A buy order that rests away from the market. */
    QUOTE("D"),
    /** A new price for that one. */
    REPLACE("G"),
    /** Its end. */
    CANCEL("F"),
    /** An immediate buy order that meets nothing. */
    MISS("D");

    private final String msgType;

    RequestKind(final String msgType) {
        this.msgType = msgType;
    }

    String msgType() {
        return msgType;
    }

    boolean isOrder() {
        return msgType.equals("D");
    }
}
