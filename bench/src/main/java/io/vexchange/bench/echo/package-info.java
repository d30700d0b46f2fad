/** The FIX gateway against an acceptor of the same QuickFIX/J with the same store and no engine behind it. */
package io.vexchange.bench.echo;
