/** What the caller is told when something does not work: RFC 9457 problems with the venue's stable codes. */
package io.vexchange.web.problem;
