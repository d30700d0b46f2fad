/** What the venue is told: {@code exchange.conf}, {@code venue.conf}, the environment and the command line. */
package io.vexchange.exchange.config;
