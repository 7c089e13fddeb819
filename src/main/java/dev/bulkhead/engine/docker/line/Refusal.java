package dev.bulkhead.engine.docker.line;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Refusal of certificates by a server. It says so while the one who comes still sends, and closes: what is sent then breaks
 * before the refusal is read. So a connection is made once more that goes on reading whatever becomes of what it sends.
 */
public final class Refusal {

    private static final int PATIENCE_MS = 3_000;

    private Refusal() {}

    /** Returns how what listens at an address, which spoke TLS before, refuses the keys in a folder; empty where it does not say so. */
    public static Optional<String> of(String url, Path folder) {
        URI address = URI.create(url);
        if (address.getHost() == null || address.getPort() < 0) {
            return Optional.empty();
        }
        try (Socket line = new Steady()) {
            line.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MS);
            line.setSoTimeout(PATIENCE_MS);
            try (Socket encrypted = new EngineKeys(folder)
                    .encryption()
                    .getSSLContext()
                    .getSocketFactory()
                    .createSocket(line, address.getHost(), address.getPort(), true)) {
                // Nothing is asked, so nothing can be answered but a refusal.
                encrypted.getInputStream().read();
            }
            return Optional.empty();
        } catch (SSLException refused) {
            return Optional.of(String.valueOf(refused.getMessage())).filter(said -> said.contains("fatal alert"));
        } catch (IOException | GeneralSecurityException | UnusableKeys e) {
            return Optional.empty();
        }
    }

    /** A socket that takes what it cannot send. */
    private static final class Steady extends Socket {
        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int from, int many) {
                    try {
                        out.write(bytes, from, many);
                    } catch (IOException closed) {
                        // what the other side said before it closed can still be read
                    }
                }
            };
        }
    }
}
