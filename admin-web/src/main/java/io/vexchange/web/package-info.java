/** The web side of the venue: REST, WebSocket and pages in one server. */
package io.vexchange.web;
