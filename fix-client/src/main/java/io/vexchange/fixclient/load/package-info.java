/** The load generator: raw sockets, prebuilt messages, schedules and histograms. Nothing of a FIX library on the measured path. */
package io.vexchange.fixclient.load;
