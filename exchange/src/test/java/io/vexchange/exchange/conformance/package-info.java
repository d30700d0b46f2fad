/** What the venue says on the wire, held against transcripts that a FIX person can read. */
package io.vexchange.exchange.conformance;
