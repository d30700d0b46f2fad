/**
 * The FIX 4.4 interface: sessions and credentials, translation between FIX and the engine's commands and events, drop copy, recovery.
 * QuickFIX/J's {@code Session} keeps the session protocol; sockets, logon, storage and delivery are the venue's own.
 */
package io.vexchange.fix;
