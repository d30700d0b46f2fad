/** What the venue knows: assets, instruments, participants, sessions, users, tokens. */
package io.vexchange.engine.directory;
