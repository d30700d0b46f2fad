/** Who calls, what he may do, and how often. */
package io.vexchange.web.access;
