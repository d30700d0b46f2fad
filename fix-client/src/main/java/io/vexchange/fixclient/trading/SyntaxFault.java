package io.vexchange.fixclient.trading;

/** A line that is no command; the message says what is wrong and how it is written. */
final class SyntaxFault extends Exception {
    SyntaxFault(final String message) {
        super(message);
    }
}
