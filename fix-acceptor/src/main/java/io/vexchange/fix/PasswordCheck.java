package io.vexchange.fix;

import com.password4j.Argon2Function;
import com.password4j.Password;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Argon2id, about 90 ms a check. A password that was right is known again by an HMAC under a key of this process, so that a client that
 * comes back often costs that once. Thread-safe.
 */
final class PasswordCheck {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MOST_KNOWN = 10_000;

    private final SecretKeySpec key;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    PasswordCheck() {
        final byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    /**
     * @param hash Argon2's encoded form; null or malformed: nothing is right
     * @param password as given
     */
    boolean isRight(final String hash, final String password) {
        if (hash == null || password == null) {
            return false;
        }
        final byte[] mac = mac(password);
        final byte[] before = known.get(hash);
        if (before != null && MessageDigest.isEqual(before, mac)) {
            return true;
        }
        if (!verify(hash, password)) {
            return false;
        }
        if (known.size() < MOST_KNOWN) {
            known.put(hash, mac);
        }
        return true;
    }

    private static boolean verify(final String hash, final String password) {
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } catch (final RuntimeException e) {
            return false;
        }
    }

    private byte[] mac(final String password) {
        try {
            final Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException("no " + ALGORITHM, e);
        }
    }
}
