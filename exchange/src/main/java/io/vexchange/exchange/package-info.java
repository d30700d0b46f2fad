/** The composition root: the commands of {@code bin/exchange}, and the order in which the venue's parts start and stop. */
package io.vexchange.exchange;
