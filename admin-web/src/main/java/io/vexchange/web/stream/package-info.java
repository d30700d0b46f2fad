/**
 * The WebSocket side. One thread, the hub's, holds all streams and viewers: what clients say, what the market does and what sockets report
 * comes to it as tasks. Frames of a stream are encoded once for all its viewers.
 */
package io.vexchange.web.stream;
