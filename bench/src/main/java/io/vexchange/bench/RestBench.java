package io.vexchange.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Reads by REST against a venue with a long history, open loop: each request is due at an instant, and what is told is the time from
 * there to its answer.
 */
@Command(
        name = "rest",
        description = "reads by REST with millions of orders in PostgreSQL",
        mixinStandardHelpOptions = true)
final class RestBench implements Callable<Integer> {
    private static final long SECOND = 1_000_000_000L;
    private static final List<String> USERS = List.of("admin", "operator", "viewer");

    @Option(names = "--orders", description = "rows of history (default ${DEFAULT-VALUE})", defaultValue = "5000000")
    private int orders;

    @Option(names = "--rate", description = "requests a second (default ${DEFAULT-VALUE})", defaultValue = "2000")
    private int rate;

    @Option(names = "--seconds", description = "(default ${DEFAULT-VALUE})", defaultValue = "20")
    private int seconds;

    @Option(names = "--warmup", description = "seconds not counted (default ${DEFAULT-VALUE})", defaultValue = "10")
    private int warmup;

    @Option(names = "--explain", description = "print the plans of the slowest queries too")
    private boolean explain;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final AtomicLong failed = new AtomicLong();

    /** A kind of read and its times. */
    private record Kind(String name, String path, Histogram nanos) {}

    @Override
    public Integer call() throws Exception {
        final Path data = Checkout.temporaryData();
        try (VenueProcess venue = VenueProcess.start(Checkout.home(), data)) {
            try (PastOrders past = new PastOrders(venue.postgresUrl(), data)) {
                System.out.printf("writing %,d orders …%n", orders);
                past.write(orders);
                final List<Kind> kinds = kinds(past);
                for (final Kind kind : kinds) {
                    check(venue, kind);
                }
                load(venue, kinds, warmup);
                kinds.forEach(each -> each.nanos().reset());
                failed.set(0);
                final double before = venue.cpuSeconds();
                load(venue, kinds, seconds);
                print(kinds, venue.cpuSeconds() - before);
                if (explain) {
                    past.explain().forEach(System.out::println);
                }
            }
        } finally {
            Checkout.delete(data);
        }
        return failed.get() == 0 ? 0 : 1;
    }

    private List<Kind> kinds(final PastOrders past) throws SQLException {
        final List<Kind> kinds = new ArrayList<>();
        final long middle = past.someOrder(orders / 2);
        for (final String[] each : new String[][] {
            {"order by id", "/orders/" + middle},
            {"orders, newest", "/orders?limit=50"},
            {"orders of an account", "/orders?account=ALPHA-B&limit=50"},
            {"orders of two accounts", "/orders?account=LOAD-1,ALPHA-B&limit=50"},
            {"orders by client id", "/orders?clientOrderId=past-" + middle},
            {"orders of an hour", "/orders?limit=50&from=" + past.hour(0) + "&to=" + past.hour(1)},
            {"executions of an order", "/executions?orderId=" + middle},
            {"executions of an account", "/executions?account=ALPHA-B&limit=50"},
            {"trades of an account", "/trades?account=ALPHA-B&limit=50"},
            {"trades of a symbol", "/trades?symbol=ACME&limit=50"},
            {"book", "/instruments/ACME/book"},
            {"open orders", "/orders?open=true&account=ALPHA-A"},
            {"balances", "/accounts/ALPHA-A/balances"}
        }) {
            kinds.add(new Kind(each[0], each[1], new ConcurrentHistogram(60 * SECOND, 3)));
        }
        return kinds;
    }

    private HttpRequest request(final VenueProcess venue, final Kind kind, final int number) {
        return HttpRequest.newBuilder(URI.create(venue.webAddress() + "/api/v1" + kind.path()))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer demo-" + USERS.get(number % USERS.size()))
                .build();
    }

    private void check(final VenueProcess venue, final Kind kind) throws IOException, InterruptedException {
        final HttpResponse<String> answer = client.send(request(venue, kind, 0), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(kind.path() + " answers " + answer.statusCode() + " " + answer.body());
        }
    }

    private void load(final VenueProcess venue, final List<Kind> kinds, final int lengthSeconds) {
        final long began = System.nanoTime();
        final int count = rate * lengthSeconds;
        final List<CompletableFuture<?>> answers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            final long due = began + i * SECOND / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            final Kind kind = kinds.get(i % kinds.size());
            answers.add(client.sendAsync(request(venue, kind, i), HttpResponse.BodyHandlers.discarding())
                    .handle((answer, failure) -> {
                        kind.nanos().recordValue(Math.min(60 * SECOND, System.nanoTime() - due));
                        return failure != null || answer.statusCode() != 200 ? failed.incrementAndGet() : failed.get();
                    }));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .join(); // each request has a limit of its own
    }

    private void print(final List<Kind> kinds, final double cpuSeconds) {
        System.out.printf("%n%-28s %8s %8s %8s %8s%n", "milliseconds", "p50", "p99", "p99.9", "max");
        final Histogram all = new Histogram(60 * SECOND, 3);
        for (final Kind kind : kinds) {
            all.add(kind.nanos());
            line(kind.name(), kind.nanos());
        }
        line("all", all);
        System.out.printf(
                "%n%,d reads at %,d/s with %,d orders, %d failed; venue cpu %.1f s of %d s%n",
                all.getTotalCount(), rate, orders, failed.get(), cpuSeconds, seconds);
    }

    private static void line(final String name, final Histogram nanos) {
        System.out.printf(
                "%-28s %8.2f %8.2f %8.2f %8.2f%n",
                name,
                nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6,
                nanos.getValueAtPercentile(99.9) / 1e6,
                nanos.getMaxValue() / 1e6);
    }
}
