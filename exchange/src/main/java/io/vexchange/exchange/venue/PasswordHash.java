package io.vexchange.exchange.venue;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/** Argon2id with 19 MiB, two passes and one lane: about 90 ms a password. */
public final class PasswordHash {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private PasswordHash() {}

    /**
     * @param password in clear text
     * @return Argon2's encoded form, with a salt of its own
     */
    public static String of(final String password) {
        return Password.hash(password)
                .addRandomSalt(SALT_BYTES)
                .with(Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID))
                .getResult();
    }

    /**
     * @param password in clear text
     * @param hash in Argon2's encoded form
     * @return whether the password has that hash; false for what is no hash
     */
    static boolean matches(final String password, final String hash) {
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } catch (final RuntimeException e) {
            return false;
        }
    }
}
