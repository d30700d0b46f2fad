package io.vexchange.fix;

import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.ssl.SslFilter;

/** The certificate that a client has shown: its common name is the only SenderCompID it may log on as. */
final class ClientCertificate {
    private ClientCertificate() {}

    /** @return the common name, null when there is no certificate, or none with such a name */
    static String name(final IoSession io) {
        if (!(io.getAttribute(SslFilter.SSL_SECURED) instanceof SSLSession session)) {
            return null;
        }
        try {
            return session.getPeerCertificates()[0] instanceof X509Certificate certificate
                    ? commonName(certificate.getSubjectX500Principal().getName())
                    : null;
        } catch (final SSLPeerUnverifiedException e) {
            return null;
        }
    }

    static String commonName(final String subject) {
        try {
            for (final Rdn each : new LdapName(subject).getRdns()) {
                if ("CN".equalsIgnoreCase(each.getType())) {
                    return String.valueOf(each.getValue());
                }
            }
            return null;
        } catch (final InvalidNameException e) {
            return null;
        }
    }
}
