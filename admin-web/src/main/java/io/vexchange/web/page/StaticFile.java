package io.vexchange.web.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** One file, held in memory, revalidated by its content's hash. */
public final class StaticFile {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8",
            "woff2", "font/woff2");

    private final byte[] content;
    private final String type;
    private final String tag;

    private StaticFile(final byte[] content, final String type) {
        this.content = content;
        this.type = type;
        this.tag = "\"" + hash(content) + "\"";
    }

    /**
     * @param name of a resource under {@code /web/}
     * @return its file
     */
    static StaticFile ofResource(final String name) {
        try (InputStream in = StaticFile.class.getResourceAsStream("/web/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource /web/" + name);
            }
            final String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return new StaticFile(in.readAllBytes(), TYPES.get(end));
        } catch (final IOException e) {
            throw new UncheckedIOException("resource /web/" + name + " cannot be read", e);
        }
    }

    /**
     * @param html a whole page
     * @return its file
     */
    static StaticFile ofPage(final String html) {
        return new StaticFile(html.getBytes(StandardCharsets.UTF_8), TYPES.get("html"));
    }

    /**
     * @param json a whole document
     * @return its file
     */
    static StaticFile ofJson(final byte[] json) {
        return new StaticFile(json, "application/json");
    }

    /** @return the text of it */
    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    void serve(final Context context) {
        context.header("ETag", tag).header("Cache-Control", "no-cache");
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(304);
        } else {
            context.contentType(type).result(content);
        }
    }

    private static String hash(final byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 12);
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
