/** Operations on firms and accounts. */
package io.vexchange.web.account;
