package io.vexchange.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a token. A token has 256 random bits, so no slow hash is needed. */
public final class TokenHash {
    private TokenHash() {}

    /**
     * @param token the secret
     * @return its hash in lower case hex
     */
    public static String of(final String token) {
        try {
            final byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    /**
     * Compares in a time that does not depend on where they differ.
     *
     * @param left a hash
     * @param right a hash
     * @return true when equal
     */
    public static boolean same(final String left, final String right) {
        return MessageDigest.isEqual(
                left.getBytes(StandardCharsets.US_ASCII), right.getBytes(StandardCharsets.US_ASCII));
    }
}
