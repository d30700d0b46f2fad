package io.vexchange.engine.cluster;

import io.aeron.archive.client.ArchiveException;
import io.aeron.exceptions.AeronException;
import io.aeron.exceptions.ConductorServiceTimeoutException;
import io.aeron.exceptions.DriverTimeoutException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.agrona.ErrorHandler;
import org.agrona.concurrent.AgentTerminationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Aeron's parts complain about: logged, and fatal where the log can not be trusted to go on. */
final class ErrorReport implements ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorReport.class);

    private final MemberState state;

    ErrorReport(final MemberState state) {
        this.state = state;
    }

    @Override
    public void onError(final Throwable error) {
        if (state.isClosing()) {
            LOG.debug("while closing", error);
        } else if (isFatal(error)) {
            state.fatal(String.valueOf(error), error);
        } else if (error instanceof AeronException warning && warning.category() == AeronException.Category.WARN) {
            LOG.warn("{}", error.toString());
        } else {
            LOG.error("in the cluster", error);
        }
    }

    private static boolean isFatal(final Throwable error) {
        return error instanceof Error
                || error instanceof IOException
                || error instanceof UncheckedIOException
                || error instanceof AgentTerminationException
                || error instanceof DriverTimeoutException
                || error instanceof ConductorServiceTimeoutException
                || (error instanceof ArchiveException refused && refused.errorCode() == ArchiveException.STORAGE_SPACE)
                || (error instanceof AeronException failed && failed.category() == AeronException.Category.FATAL)
                || (error.getCause() != null && error.getCause() != error && isFatal(error.getCause()));
    }
}
