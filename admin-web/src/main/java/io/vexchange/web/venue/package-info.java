/** Operations of the venue's own people: phases, kill switches, money, sessions, tokens, the audit, the cluster. */
package io.vexchange.web.venue;
