package dev.bulkhead.migrate.web;

import dev.bulkhead.migrate.goal.Awaited.Trust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * Client of web servers: sends one request as a browser would, to an address that need not be the one its name stands for,
 * and tells what came back. Certificates are held against Java's own TLS where somebody's signature is to count.
 */
public final class WebClient {

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(5);
    private static final int CONNECT_MILLIS = 2000;
    /** More of a page tells nothing more. */
    private static final int MOST_BYTES = 1 << 20;

    private static final Pattern STATUS = Pattern.compile("^HTTP/\\d(?:\\.\\d)? (\\d{3})");
    private static final Pattern LOCATION = Pattern.compile("(?im)^location:[ \\t]*(\\S+)");

    private final Path root;
    private final Duration patience;

    /**
     * Prepares to ask.
     *
     * @param root the directory that files of trusted certificates stand in
     */
    public WebClient(Path root) {
        this(root, USUAL_PATIENCE);
    }

    /**
     * Prepares to ask.
     *
     * @param patience how long it waits for more of an answer
     */
    public WebClient(Path root, Duration patience) {
        this.root = root;
        this.patience = patience;
    }

    /**
     * Asks.
     *
     * @param door where the server is reached
     * @param authority the host name that is asked for, with the port behind it where people write one
     * @param trust whose signature counts; empty for a request where the certificate does not matter
     * @return the answer; where only the certificate keeps it away, what is wrong with that and the status 0
     * @throws IOException if there is no answer
     */
    public WebAnswer ask(WebDoor door, boolean tls, String authority, String path, Optional<Trust> trust)
            throws IOException {
        try (Socket plain = connect(door)) {
            plain.setSoTimeout(Math.toIntExact(patience.toMillis()));
            return tls
                    ? encrypted(plain, door, authority, path, trust)
                    : read(plain, authority, path, Optional.empty());
        }
    }

    private WebAnswer encrypted(Socket plain, WebDoor door, String authority, String path, Optional<Trust> trust)
            throws IOException {
        String name = authority.replaceFirst(":\\d+$", "");
        HeldAgainst held = new HeldAgainst(trust, root);
        try (SSLSocket socket =
                (SSLSocket) context(held).getSocketFactory().createSocket(plain, name, door.port(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            if (!isAddress(name)) {
                parameters.setServerNames(List.of(new SNIHostName(name)));
            }
            if (trust.isPresent()) {
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
            }
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return read(
                    socket,
                    authority,
                    path,
                    Optional.of(new TlsSeen(
                            Optional.of(socket.getSession().getProtocol()), held.chain(), Optional.empty())));
        } catch (SSLException e) {
            if (held.objection().isEmpty()) {
                throw e;
            }
            return new WebAnswer(
                    0,
                    Optional.empty(),
                    "",
                    "",
                    Optional.of(new TlsSeen(Optional.empty(), held.chain(), held.objection())));
        }
    }

    /** Returns whether a door takes a connection. */
    public static boolean reaches(WebDoor door) {
        try (Socket socket = connect(door)) {
            return socket.isConnected();
        } catch (IOException closed) {
            return false;
        }
    }

    private static boolean isAddress(String name) {
        return name.contains(":") || name.matches("[\\d.]+");
    }

    private static SSLContext context(TrustManager manager) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("This Java has no TLS: " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("AddressSelection") // a door is one address
    private static Socket connect(WebDoor door) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(door.host(), door.port()), CONNECT_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static WebAnswer read(Socket socket, String authority, String path, Optional<TlsSeen> tls)
            throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + authority
                + "\r\nUser-Agent: bulkhead\r\nAccept: */*\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        String answer = new String(bytes(socket.getInputStream()), StandardCharsets.ISO_8859_1);
        Matcher status = STATUS.matcher(answer);
        if (!status.find()) {
            throw new IOException(answer.isEmpty() ? "it hangs up without an answer" : "it does not answer by HTTP");
        }
        int end = answer.indexOf("\r\n\r\n");
        String head = end < 0 ? answer : answer.substring(0, end);
        Matcher location = LOCATION.matcher(head);
        String body = end < 0 ? "" : answer.substring(end);
        return new WebAnswer(
                Integer.parseInt(status.group(1)),
                location.find() ? Optional.of(location.group(1)) : Optional.empty(),
                digest(body),
                body,
                tls);
    }

    private static byte[] bytes(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        int read = 0;
        while (read >= 0 && bytes.size() < MOST_BYTES) {
            bytes.write(buffer, 0, read);
            read = next(in, buffer, bytes.size());
        }
        return bytes.toByteArray();
    }

    /** What came is an answer, also where the server keeps the connection open or drops it. */
    private static int next(InputStream in, byte[] buffer, int before) throws IOException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            if (before == 0) {
                throw e;
            }
            return -1;
        }
    }

    private static String digest(String body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Returns the certificates of a chain in a few words. */
    public static String text(List<X509Certificate> chain) {
        return chain.isEmpty()
                ? "no certificate"
                : "certificate of " + chain.getFirst().getSubjectX500Principal().getName() + " by "
                        + chain.getFirst().getIssuerX500Principal().getName();
    }
}
