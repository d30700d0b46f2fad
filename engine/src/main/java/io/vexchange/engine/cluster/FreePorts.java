package io.vexchange.engine.cluster;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** UDP ports of 127.0.0.1 that nobody had a moment ago. */
final class FreePorts {
    private FreePorts() {}

    static int[] udp(final int count) throws IOException {
        final List<DatagramSocket> sockets = new ArrayList<>();
        try {
            final int[] ports = new int[count];
            for (int i = 0; i < count; i++) {
                final DatagramSocket socket =
                        new DatagramSocket(0, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
                sockets.add(socket);
                ports[i] = socket.getLocalPort();
            }
            return ports;
        } finally {
            sockets.forEach(DatagramSocket::close);
        }
    }
}
