package io.vexchange.fix;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** An entry of an allow-list: an address, or a network such as {@code 10.0.0.0/8}. What is neither holds nobody. */
final class AddressRange {
    private static final String ADDRESS = "[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*";

    private AddressRange() {}

    static boolean holds(final String entry, final InetAddress source) {
        final int slash = entry.indexOf('/');
        final String network = slash < 0 ? entry : entry.substring(0, slash);
        if (!network.matches(ADDRESS)) {
            return false; // no name is looked up
        }
        try {
            final byte[] wanted = InetAddress.getByName(network).getAddress();
            final byte[] given = source.getAddress();
            final int most = wanted.length * Byte.SIZE;
            final int bits = slash < 0 ? most : LogonRequest.number(entry.substring(slash + 1));
            return wanted.length == given.length && bits >= 0 && bits <= most && agree(wanted, given, bits);
        } catch (final UnknownHostException e) {
            return false;
        }
    }

    private static boolean agree(final byte[] one, final byte[] other, final int bits) {
        for (int i = 0; i < bits; i++) {
            final int mask = 0x80 >> (i % Byte.SIZE);
            if (((one[i / Byte.SIZE] ^ other[i / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
