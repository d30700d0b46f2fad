package io.vexchange.web.shape;

/**
 * How the venue is, for everybody's eyes. Words: UP, DEGRADED, DOWN, CATCHING_UP, STARTING, STOPPING.
 *
 * @param status of the whole
 * @param engine whether commands reach it
 * @param fix whether sessions are served
 * @param store PostgreSQL and the projection
 * @param leader whether the engine has a leader
 */
public record HealthShape(String status, String engine, String fix, String store, boolean leader) {}
