package io.vexchange.fix;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** A TLS context out of PEM files. */
final class PemFiles {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----(.+?)-----END PRIVATE KEY-----", Pattern.DOTALL);
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");
    private static final byte[] PROBE = {1, 2, 3};
    private static final char[] NO_PASSWORD = new char[0];

    private PemFiles() {}

    /**
     * @param tls the files
     * @return a context for a server
     * @throws IllegalArgumentException naming the file that does not do
     */
    static SSLContext context(final FixTls tls) {
        try {
            final KeyStore keys = empty();
            final Certificate[] chain = certificates(tls.certificate());
            final PrivateKey key = key(tls.key());
            if (!belongTogether(key, chain[0])) {
                throw new IllegalArgumentException(
                        "the key in " + tls.key() + " is not that of the certificate in " + tls.certificate());
            }
            keys.setKeyEntry("venue", key, NO_PASSWORD, chain);
            final KeyManagerFactory keyManagers =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keyManagers.init(keys, NO_PASSWORD);
            final SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers.getKeyManagers(), trust(tls.clientCa()), null);
            return context;
        } catch (final GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "TLS cannot use certificate=" + tls.certificate() + " key=" + tls.key() + ": " + e.getMessage(), e);
        }
    }

    private static boolean belongTogether(final PrivateKey key, final Certificate certificate)
            throws GeneralSecurityException {
        if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
            return false;
        }
        final String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        final Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(PROBE);
        final byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(PROBE);
        return signature.verify(signed);
    }

    /** Without an authority nobody is asked for a certificate, and nobody's would be believed. */
    private static TrustManager[] trust(final Path authority) throws GeneralSecurityException, IOException {
        final KeyStore trusted = empty();
        if (authority != null) {
            int number = 0;
            for (final Certificate each : certificates(authority)) {
                trusted.setCertificateEntry("ca-" + ++number, each);
            }
        } else {
            return new TrustManager[0];
        }
        final TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return trust.getTrustManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        final KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Certificate[] certificates(final Path file) {
        try {
            final Certificate[] found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(read(file)))
                    .toArray(new Certificate[0]);
            if (found.length == 0) {
                throw new IllegalArgumentException("no certificate in " + file);
            }
            return found;
        } catch (final GeneralSecurityException e) {
            throw new IllegalArgumentException("no PEM certificates in " + file + ": " + e.getMessage(), e);
        }
    }

    private static PrivateKey key(final Path file) throws GeneralSecurityException {
        final Matcher found = KEY.matcher(new String(read(file), StandardCharsets.US_ASCII));
        if (!found.find()) {
            throw new IllegalArgumentException("no unencrypted PKCS#8 key (BEGIN PRIVATE KEY) in " + file);
        }
        final byte[] encoded;
        try {
            encoded = Base64.getMimeDecoder().decode(found.group(1));
        } catch (final IllegalArgumentException e) {
            throw new IllegalArgumentException("no readable key in " + file, e);
        }
        final PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(encoded);
        for (final String each : ALGORITHMS) {
            final PrivateKey key = keyOf(each, spec);
            if (key != null) {
                return key;
            }
        }
        throw new IllegalArgumentException("a key of an unknown kind in " + file);
    }

    /** @return null when the key is of another kind */
    private static PrivateKey keyOf(final String algorithm, final PKCS8EncodedKeySpec spec)
            throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(spec);
        } catch (final InvalidKeySpecException e) {
            return null;
        }
    }

    private static byte[] read(final Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (final IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ": " + e, e);
        }
    }
}
