package io.vexchange.fix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Certificates for a test, made by the JDK's keytool: an authority, and whom it has signed. */
final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;

    Certificates(final Path folder) throws Exception {
        this.folder = folder;
        Files.createDirectories(folder);
        make("ca", "EC", "-ext", "bc:c");
        pem("ca");
    }

    /** Makes NAME.pem and NAME.key, signed by the authority. */
    Certificates sign(final String name, final String algorithm) throws Exception {
        make(name, algorithm);
        final Path request = folder.resolve(name + ".csr");
        final Path signed = folder.resolve(name + ".crt");
        keytool(name, "-certreq", "-alias", name, "-file", request.toString());
        keytool(
                "ca",
                "-gencert",
                "-alias",
                "ca",
                "-infile",
                request.toString(),
                "-outfile",
                signed.toString(),
                "-ext",
                "san=ip:127.0.0.1",
                "-rfc");
        keytool(
                name,
                "-importcert",
                "-alias",
                "authority",
                "-noprompt",
                "-file",
                pemFile("ca").toString());
        keytool(name, "-importcert", "-alias", name, "-noprompt", "-file", signed.toString());
        pem(name);
        return this;
    }

    private void make(final String name, final String algorithm, final String... more) throws Exception {
        final List<String> command = new ArrayList<>(List.of(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                algorithm,
                "-dname",
                "CN=" + name + ", O=Test",
                "-validity",
                "2"));
        command.addAll(List.of(more));
        keytool(name, command.toArray(String[]::new));
    }

    private void keytool(final String store, final String... arguments) throws Exception {
        final List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-keystore",
                folder.resolve(store + ".p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD)));
        final Process process =
                new ProcessBuilder(command).redirectErrorStream(true).start();
        final String output =
                new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
    }

    private KeyStore store(final String name) throws Exception {
        final KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private void pem(final String name) throws Exception {
        final StringBuilder certificates = new StringBuilder();
        for (final Certificate each : store(name).getCertificateChain(name)) {
            certificates.append(block("CERTIFICATE", each.getEncoded()));
        }
        Files.writeString(pemFile(name), certificates);
        final Key key = store(name).getKey(name, PASSWORD);
        Files.writeString(keyFile(name), block("PRIVATE KEY", key.getEncoded()));
    }

    private static String block(final String what, final byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + what
                + "-----\n";
    }

    Path pemFile(final String name) {
        return folder.resolve(name + ".pem");
    }

    Path keyFile(final String name) {
        return folder.resolve(name + ".key");
    }

    /** What a client connects with that trusts the authority and shows a certificate, or none when the name is null. */
    SSLSocketFactory client(final String name) throws Exception {
        final KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", store("ca").getCertificate("ca"));
        final TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        final KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        if (name != null) {
            keys.init(store(name), PASSWORD);
        }
        final SSLContext context = SSLContext.getInstance("TLS");
        context.init(name == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
        return context.getSocketFactory();
    }

    void replace(final String name, final String by) throws IOException {
        Files.copy(pemFile(by), pemFile(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.copy(keyFile(by), keyFile(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
