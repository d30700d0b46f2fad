package io.vexchange.engine.client;

import io.vexchange.engine.model.Code;
import java.util.List;

/**
 * What became of a command.
 *
 * @param code NONE when it was taken; a refusal that is an event is taken too and found in {@code items}
 * @param resultId the order, directory entry or kill switch it made or was about, 0 = none
 * @param sequence the newest event after it
 * @param timeMicros engine time of it, microseconds since the epoch
 * @param items the events and replies it caused, each an SBE message with its header, without {@code Applied}
 */
public record Outcome(Code code, long resultId, long sequence, long timeMicros, List<byte[]> items) {}
