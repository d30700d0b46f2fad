package io.vexchange.fix;

import java.nio.file.Path;

/**
 * Where a gateway's certificates are, all PEM. They are read again when a file changes.
 *
 * @param certificate the venue's, the chain behind it
 * @param key its private key, PKCS#8 and not encrypted
 * @param clientCa who signs the certificates of clients, null when clients need none
 */
public record FixTls(Path certificate, Path key, Path clientCa) {}
