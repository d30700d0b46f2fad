/** Accounts, their balances and the ids their orders have used up. */
package io.vexchange.engine.account;
