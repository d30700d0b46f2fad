/** Schedules of phases: as people write them, and the instants they mean. */
package io.vexchange.web.schedule;
