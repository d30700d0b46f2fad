/** A small venue for tests: it answers as the real one does, on a QuickFIX/J acceptor, and keeps nothing. */
package io.vexchange.fixclient.venue;
