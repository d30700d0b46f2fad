package io.vexchange.fixclient.trading;

/**
 * One line that asks for something.
 *
 * @param number in its file, from 1
 * @param text as written
 * @param session named with @, null for the current one
 * @param command to be done
 */
record ScriptLine(int number, String text, String session, Command command) {}
