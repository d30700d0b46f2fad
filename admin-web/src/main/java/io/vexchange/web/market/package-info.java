/** Market data: what REST and WebSocket need of it, and its operations. */
package io.vexchange.web.market;
