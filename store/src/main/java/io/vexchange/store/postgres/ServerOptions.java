package io.vexchange.store.postgres;

import java.util.ArrayList;
import java.util.List;

/** Settings of the server: durable, small, and quiet when there is nothing to do. */
final class ServerOptions {
    private static final List<String> FIXED = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=60",
            "shared_buffers=64MB",
            "work_mem=8MB",
            "maintenance_work_mem=64MB",
            "huge_pages=off",
            "io_method=sync",
            "wal_level=minimal",
            "max_wal_senders=0",
            "max_wal_size=512MB",
            "wal_compression=on",
            "wal_writer_delay=1s",
            "bgwriter_delay=1s",
            "autovacuum_max_workers=2",
            "max_parallel_workers_per_gather=0",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_line_prefix=%m [%p] ",
            "log_checkpoints=off",
            "logging_collector=off",
            "log_destination=stderr");

    private ServerOptions() {}

    static List<String> arguments(final int port) {
        final List<String> arguments = new ArrayList<>(List.of("-c", "port=" + port));
        for (final String each : FIXED) {
            arguments.add("-c");
            arguments.add(each);
        }
        return arguments;
    }
}
