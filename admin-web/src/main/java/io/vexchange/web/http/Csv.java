package io.vexchange.web.http;

import io.vexchange.web.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lists as CSV (RFC 4180): a row of SQL names, then all rows, fetched in pieces while they are written, so that a long list needs little
 * memory. A text that a spreadsheet would take for a formula gets a {@code '} before it.
 */
public final class Csv {
    /** Media type. */
    public static final String MEDIA_TYPE = "text/csv";
    /** Most rows; a last line {@code # truncated} tells that there are more. */
    public static final int MOST_ROWS = 1_000_000;

    private static final int PIECE = 5_000;
    private static final String END = "\r\n";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

    private Csv() {}

    /**
     * Fetches rows piece by piece.
     *
     * @param <T> shape of a row
     */
    @FunctionalInterface
    public interface Pieces<T extends Record> {
        /**
         * @param last row of the piece before, null for the first
         * @param limit at most
         * @return the rows that follow, none at the end
         */
        List<T> after(T last, int limit);
    }

    /**
     * A list that is to be written.
     *
     * @param shape of a row
     * @param first piece, fetched before anything is answered, so that what fails at once is a problem document
     * @param pieces those that follow
     * @param <T> shape of a row
     */
    public record Body<T extends Record>(Class<T> shape, List<T> first, Pieces<T> pieces) {
        /**
         * @param shape of a row
         * @param pieces of the list
         * @param <T> shape of a row
         * @return the list, its first piece fetched
         */
        public static <T extends Record> Body<T> of(final Class<T> shape, final Pieces<T> pieces) {
            return new Body<>(shape, pieces.after(null, PIECE), pieces);
        }

        /**
         * @param out where to
         * @throws IOException when the reader is gone
         */
        void write(final OutputStream out) throws IOException {
            final RecordComponent[] columns = shape.getRecordComponents();
            final StringBuilder line = new StringBuilder();
            line.append(Arrays.stream(columns)
                            .map(each -> sqlName(each.getName()))
                            .collect(Collectors.joining(",")))
                    .append(END);
            List<T> piece = first;
            int rows = 0;
            while (!piece.isEmpty()) {
                for (final T row : piece) {
                    if (rows++ == MOST_ROWS) {
                        out.write((line + "# truncated" + END).getBytes(StandardCharsets.UTF_8));
                        return;
                    }
                    row(line, columns, row);
                }
                out.write(line.toString().getBytes(StandardCharsets.UTF_8));
                line.setLength(0);
                piece = piece.size() < PIECE ? List.of() : pieces.after(piece.get(piece.size() - 1), PIECE);
            }
            out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * @param call a list asked for
     * @return whether as CSV
     */
    public static boolean isWanted(final Call call) {
        final String accept = call.header("Accept");
        if (accept == null || !accept.toLowerCase(Locale.ROOT).contains(MEDIA_TYPE)) {
            return false;
        }
        for (final String paging : List.of("limit", "cursor")) {
            if (call.query(paging) != null) {
                throw Call.invalid(paging, "a CSV has no pages");
            }
        }
        return true;
    }

    private static String sqlName(final String member) {
        return CAPITAL.matcher(member).replaceAll("_$1").toLowerCase(Locale.ROOT);
    }

    private static void row(final StringBuilder line, final RecordComponent[] columns, final Record row) {
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                line.append(',');
            }
            final Object value = value(columns[i], row);
            if (value != null) {
                line.append(quoted(text(value)));
            }
        }
        line.append(END);
    }

    private static Object value(final RecordComponent column, final Record row) {
        try {
            return column.getAccessor().invoke(row);
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException("a record cannot be read", e);
        }
    }

    private static String text(final Object value) {
        if (value instanceof String text) {
            return isFormula(text) ? "'" + text : text;
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : Json.text(value);
    }

    private static boolean isFormula(final String text) {
        return !text.isEmpty()
                && "=+-@".indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
    }

    private static String quoted(final String text) {
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c == '"' || c == ',' || c == '\r' || c == '\n') {
                return '"' + text.replace("\"", "\"\"") + '"';
            }
        }
        return text;
    }
}
