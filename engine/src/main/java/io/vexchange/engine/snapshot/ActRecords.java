package io.vexchange.engine.snapshot;

import io.vexchange.engine.command.ActAnswers;

/** How the last acts of staff ended, written and read side by side. */
final class ActRecords {
    private final ActAnswers acts;

    ActRecords(final ActAnswers acts) {
        this.acts = acts;
    }

    void write(final RecordWriter out) {
        for (int first = 0; first < acts.size(); first += RecordKind.MAX_LISTED) {
            final int count = Math.min(RecordKind.MAX_LISTED, acts.size() - first);
            out.begin(RecordKind.ACTS).put(count);
            for (int i = first; i < first + count; i++) {
                out.put(acts.key(i)).put(acts.code(i)).put(acts.result(i));
            }
            out.end();
        }
    }

    void read(final RecordReader in) {
        final int count = in.count();
        for (int i = 0; i < count; i++) {
            acts.add(in.number(), in.integer(), in.number());
        }
    }
}
