package io.vexchange.web.access;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses as {@code 10.0.0.0/8}, {@code ::1} or {@code 127.0.0.1}. */
public final class AddressRange {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private AddressRange() {}

    /**
     * @param text of somebody
     * @return whether it is an address or a range of them
     */
    public static boolean isRange(final String text) {
        final int slash = text.indexOf('/');
        final byte[] net = bytes(slash < 0 ? text : text.substring(0, slash));
        return net != null && holds(text, slash < 0 ? text : text.substring(0, slash));
    }

    /**
     * @param range an address, or one with the length of its prefix
     * @param address an IP literal
     * @return true when the address lies in it; false for what is no range
     */
    public static boolean holds(final String range, final String address) {
        final int slash = range.indexOf('/');
        final byte[] net = bytes(slash < 0 ? range : range.substring(0, slash));
        final byte[] asked = bytes(address);
        if (net == null || asked == null || net.length != asked.length) {
            return false;
        }
        final int bits = net.length * 8;
        try {
            final int prefix = slash < 0 ? bits : Integer.parseInt(range.substring(slash + 1));
            return prefix >= 0
                    && prefix <= bits
                    && new BigInteger(1, net)
                                    .xor(new BigInteger(1, asked))
                                    .shiftRight(bits - prefix)
                                    .signum()
                            == 0;
        } catch (final NumberFormatException e) {
            return false;
        }
    }

    private static byte[] bytes(final String literal) {
        if (!LITERAL.matcher(literal).matches()) {
            return null; // never a name to be looked up
        }
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (final UnknownHostException e) {
            return null;
        }
    }
}
