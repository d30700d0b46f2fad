package io.vexchange.fixclient.trading;

/** Where lines for the person go. Takes lines from several threads. */
@FunctionalInterface
interface Output {
    void line(String text);
}
