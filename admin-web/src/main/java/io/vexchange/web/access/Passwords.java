package io.vexchange.web.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/** Passwords as Argon2id with 19 MiB, two passes and one lane: about 90 ms each. Threads: any. */
public final class Passwords {
    /** Fewest characters of a password that is set here. */
    public static final int MIN_LENGTH = 12;
    /** Most characters of a password that is set here. */
    public static final int MAX_LENGTH = 128;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final String DEMO = "demo";

    private Passwords() {}

    /**
     * @param password in clear text
     * @return Argon2's encoded form, with a salt of its own
     */
    public static String hash(final String password) {
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
    public static boolean matches(final String password, final String hash) {
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } catch (final RuntimeException e) {
            return false;
        }
    }

    /**
     * @param password wanted
     * @param name of the user or session it is for
     * @return what is wrong with it, null when it may be used
     */
    public static String fault(final String password, final String name) {
        final int length = password.codePointCount(0, password.length());
        if (password.equalsIgnoreCase(DEMO)) {
            return "this password stands in the documents";
        }
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            return "from " + MIN_LENGTH + " to " + MAX_LENGTH + " characters";
        }
        return password.equalsIgnoreCase(name) ? "the name is no password" : null;
    }
}
