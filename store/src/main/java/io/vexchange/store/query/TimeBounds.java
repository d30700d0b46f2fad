package io.vexchange.store.query;

import io.vexchange.store.Migrations;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Turns instants into keys. Keys are counters of the engine and its time never goes back, so rows are in the order of time by their key as
 * well: a handful of looks at the key's index finds the first row of an instant, and no table needs an index of its times.
 */
final class TimeBounds {
    private final DSLContext dsl;
    private final Table<Record> table;
    private final Field<Long> key;
    private final Field<OffsetDateTime> time;

    TimeBounds(final DSLContext dsl, final String table, final String key, final String time) {
        this.dsl = dsl;
        this.table = DSL.table(DSL.name(Migrations.SCHEMA, table));
        this.key = DSL.field(DSL.name(key), Long.class);
        this.time = DSL.field(DSL.name(time), OffsetDateTime.class);
    }

    /**
     * @param instant some time
     * @return the least key of the rows at or after it; beyond the last row when there is none
     */
    long firstAt(final OffsetDateTime instant) {
        final Record newest =
                dsl.select(key, time).from(table).orderBy(key.desc()).limit(1).fetchOne();
        if (newest == null || newest.get(time).isBefore(instant)) {
            return Long.MAX_VALUE;
        }
        long low = 0; // every row below it is before the instant
        long high = newest.get(key); // the row at it is not
        while (low < high) {
            final long middle = low + (high - low) / 2;
            final Record row = dsl.select(key, time)
                    .from(table)
                    .where(key.ge(middle))
                    .orderBy(key.asc())
                    .limit(1)
                    .fetchSingle();
            if (row.get(time).isBefore(instant)) {
                low = row.get(key) + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
