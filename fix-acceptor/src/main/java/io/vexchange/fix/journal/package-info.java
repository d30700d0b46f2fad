/** What a FIX session keeps on disk: its numbers, what it was sent and what waits for it, in one append-only journal. */
package io.vexchange.fix.journal;
