package io.vexchange.exchange.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vexchange.exchange.Console;
import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import io.vexchange.exchange.config.ExchangeConfig;
import io.vexchange.exchange.folder.DataFolder;
import io.vexchange.exchange.folder.Leftovers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The venue as a process of the operating system: its data folder, its signals, what it prints and what it ends with. */
public final class VenueProcess {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Console console;
    private final ExchangeConfig config;
    private final VenueStart start;
    private final DataFolder folder;
    private final Logger log = LoggerFactory.getLogger(VenueProcess.class);
    private final Lifecycle lifecycle = new Lifecycle();
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final AtomicBoolean dying = new AtomicBoolean();
    private final Instant since = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Thread main = Thread.currentThread();

    private volatile boolean starting = true;
    private volatile RunningVenue venue;

    private VenueProcess(
            final Console console, final ExchangeConfig config, final VenueStart start, final DataFolder folder) {
        this.console = console;
        this.config = config;
        this.start = start;
        this.folder = folder;
    }

    /**
     * Runs the venue until a signal.
     *
     * @param console for people
     * @param config of the venue
     * @param start starts its parts
     * @return what to end the process with
     * @throws StartFailure when it does not start; what had started is stopped
     */
    public static ExitCode run(final Console console, final ExchangeConfig config, final VenueStart start) {
        try (DataFolder folder = DataFolder.open(config.data())) {
            Log.open(config.logging(), folder.logs()); // before any class with a logger is loaded
            return new VenueProcess(console, config, start, folder).run();
        }
    }

    private ExitCode run() {
        Signals.handle(this::onSignal);
        boolean orderly;
        try {
            open();
            stopRequested.await();
        } catch (final InterruptedException | RuntimeException e) {
            if (stopRequested.getCount() > 0) {
                throw failed(e);
            }
            log.info("stopped while starting", e);
        } finally {
            orderly = stop();
        }
        console.say("V-Exchange stopped");
        return orderly ? ExitCode.OK : ExitCode.FAILED;
    }

    private StartFailure failed(final Exception e) {
        log.error("cannot start", e);
        final ExitCode code = e instanceof StartFailure failure ? failure.code() : ExitCode.FAILED;
        return new StartFailure(code, e.getMessage() + "; log: " + folder.logs().resolve(Log.FILE), e);
    }

    private void open() throws InterruptedException {
        log.info("starting, pid={} data={}", ProcessHandle.current().pid(), folder.path());
        config.effective().forEach(each -> log.info("{}", each));
        Leftovers.remove(folder);
        lifecycle.started(StopStage.FILES, "leftovers", () -> Leftovers.remove(folder));
        Ports.check(config);
        final ControlSocket control = ControlSocket.open(folder.path(), this::answer);
        lifecycle.started(StopStage.FILES, "control socket", control::close);
        venue = start.start(new VenueStart.Setting(config, folder, lifecycle, console::say, this::die));
        beReady();
        log.info("ready {}", venue.doors());
        GcLog.open(folder.logs().resolve("gc.log"));
    }

    private void beReady() throws InterruptedException {
        synchronized (this) {
            starting = false;
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        final Doors doors = venue.doors();
        writeReady(folder.ready(), doors);
        console.say(doors.readyLine());
    }

    private void writeReady(final Path file, final Doors doors) {
        final Path written = file.resolveSibling("ready.new");
        try {
            Files.writeString(
                    written,
                    "fix=" + doors.fix() + "\nweb=" + doors.web() + "\npostgres=" + doors.postgres() + "\npid="
                            + ProcessHandle.current().pid() + "\nsince=" + since + '\n',
                    StandardCharsets.UTF_8);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private boolean stop() {
        synchronized (this) {
            starting = false;
            if (Thread.interrupted()) {
                log.debug("the interrupt was for the start");
            }
        }
        boundStop();
        return lifecycle.stop();
    }

    /** The first asks for an orderly stop, the next for a quick one. */
    private void onSignal() {
        if (stopRequested.getCount() == 0) {
            lifecycle.hurry();
            return;
        }
        synchronized (this) {
            stopRequested.countDown();
            if (starting) {
                main.interrupt();
            }
        }
    }

    private void boundStop() {
        final Thread bound = new Thread(() -> {
            try {
                TimeUnit.SECONDS.sleep(STOP_LIMIT.toSeconds());
                log.error("not stopped within {} s", STOP_LIMIT.toSeconds());
                die("not stopped within " + STOP_LIMIT.toSeconds() + " s");
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        bound.setName("stop-limit");
        bound.setDaemon(true);
        bound.start();
    }

    /** Ends at once: what was acknowledged is in the log, and the next start goes on from there. */
    private void die(final String why) {
        if (dying.compareAndSet(false, true)) {
            console.complain("V-Exchange ended: " + why + "; log: "
                    + config.data().resolve("logs").resolve(Log.FILE));
            Log.close();
            Runtime.getRuntime().halt(ExitCode.FATAL.status());
        }
    }

    private String answer(final String question) {
        switch (question) {
            case "status" -> {
                return status();
            }
            case "snapshot" -> {
                return snapshot();
            }
            default -> {
                return "unknown question";
            }
        }
    }

    private String status() {
        final RunningVenue running = venue;
        final Map<String, Object> status = new LinkedHashMap<>();
        status.put("state", stopRequested.getCount() == 0 ? "STOPPING" : running == null ? "STARTING" : "READY");
        status.put("pid", ProcessHandle.current().pid());
        status.put("since", since.toString());
        status.put("data", config.data().toString());
        if (running != null) {
            status.put("fix", running.doors().fix());
            status.put("web", running.doors().web());
            status.put("postgres", running.doors().postgres());
            status.putAll(running.status());
        }
        try {
            return JSON.writeValueAsString(status);
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException("status=" + status, e);
        }
    }

    private String snapshot() {
        final RunningVenue running = venue;
        if (running == null || stopRequested.getCount() == 0) {
            return "the venue is starting or stopping: try again when bin/exchange status says READY";
        }
        try {
            return "ok position=" + running.snapshot();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the venue is stopping";
        } catch (final RuntimeException e) {
            log.error("snapshot", e);
            return "no snapshot: " + e.getMessage();
        }
    }
}
