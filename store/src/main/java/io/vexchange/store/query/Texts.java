package io.vexchange.store.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Columns as the REST API's texts, and filters as conditions. */
final class Texts {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Texts() {}

    static String text(final Record row, final String column) {
        return row.get(column, String.class);
    }

    static String decimal(final Record row, final String column) {
        final BigDecimal value = row.get(column, BigDecimal.class);
        return value == null ? null : value.toPlainString();
    }

    static String id(final Record row, final String column) {
        final Long value = row.get(column, Long.class);
        return value == null ? null : Long.toString(value);
    }

    static String time(final Record row, final String column) {
        final OffsetDateTime value = row.get(column, OffsetDateTime.class);
        return value == null ? null : TIME.format(value);
    }

    static Field<Object> column(final String name) {
        return DSL.field(DSL.name(name));
    }

    static Field<String> word(final String name) {
        return DSL.field(DSL.name(name), String.class);
    }

    static Field<Long> number(final String name) {
        return DSL.field(DSL.name(name), Long.class);
    }

    static Field<OffsetDateTime> at(final String name) {
        return DSL.field(DSL.name(name), OffsetDateTime.class);
    }

    static OffsetDateTime time(final long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** An empty or absent list asks for all. */
    static Condition anyOf(final String column, final List<String> words) {
        return words == null || words.isEmpty()
                ? DSL.noCondition()
                : word(column).in(words);
    }

    /** An absent list asks for all, an empty one for none. */
    static Condition oneOf(final String column, final List<String> accounts) {
        return accounts == null ? DSL.noCondition() : word(column).in(accounts);
    }

    static Condition equal(final String column, final String text) {
        return text == null ? DSL.noCondition() : word(column).eq(text);
    }

    static Condition equal(final String column, final Long id) {
        return id == null ? DSL.noCondition() : number(column).eq(id);
    }

    static Condition between(final String column, final Long fromMicros, final Long toMicros) {
        Condition condition = DSL.noCondition();
        if (fromMicros != null) {
            condition = condition.and(at(column).ge(time(fromMicros)));
        }
        if (toMicros != null) {
            condition = condition.and(at(column).lt(time(toMicros)));
        }
        return condition;
    }
}
