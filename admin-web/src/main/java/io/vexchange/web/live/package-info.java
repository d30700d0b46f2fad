/** The web interface on the real engine: live state, credentials, commands. */
package io.vexchange.web.live;
