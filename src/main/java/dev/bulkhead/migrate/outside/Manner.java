package dev.bulkhead.migrate.outside;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Manner in which a port answers, found once before a run begins; what it does later is held against it. */
enum Manner {

    /** It gives a page for {@code /}; a request without an answer, or with an error of the server, is a failed one. */
    GIVES_A_PAGE,

    /**
     * It speaks something else, or has no page there: it serves as long as it accepts and does not hang up at once. Nothing
     * is asked of it: requests that it refuses, fifty a second, are what gets an address banned.
     */
    STAYS_OPEN,

    /** It did not answer before anything was done: not measured. */
    SILENT;

    private static final int TIMEOUT_MILLIS = 1000;
    /** In front of a container that is gone, the engine's own proxy accepts and hangs up within a few milliseconds. */
    private static final int HANGS_UP_MILLIS = 100;

    private static final int REFUSED = 400;
    private static final int SERVER_ERROR = 500;

    /** Returns how a port answers at this moment. */
    static Manner of(Door door) {
        int status = http(door);
        if (status > 0 && status < REFUSED) {
            return GIVES_A_PAGE;
        }
        return staysOpen(door) ? STAYS_OPEN : SILENT;
    }

    /** Returns whether a port serves as it did. */
    boolean served(Door door) {
        return switch (this) {
            case GIVES_A_PAGE -> {
                int status = http(door);
                yield status > 0 && status < SERVER_ERROR;
            }
            case STAYS_OPEN -> staysOpen(door);
            case SILENT -> false;
        };
    }

    /** Returns the status code of the answer; 0 for none, or one that is no HTTP. */
    private static int http(Door door) {
        try (Socket socket = open(door)) {
            String request =
                    "GET / HTTP/1.1\r\nHost: " + door.host() + "\r\nUser-Agent: bulkhead\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            // the line of the status is all that counts: HTTP/1.1 200
            byte[] line = new byte[12];
            InputStream answer = socket.getInputStream();
            int length = answer.readNBytes(line, 0, line.length);
            String text = new String(line, 0, length, StandardCharsets.US_ASCII);
            return text.matches("HTTP/1\\.\\d \\d{3}") ? Integer.parseInt(text.substring(9)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static boolean staysOpen(Door door) {
        try (Socket socket = open(door)) {
            socket.setSoTimeout(HANGS_UP_MILLIS);
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException quiet) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @SuppressWarnings("AddressSelection") // the host of an engine has one address, or any of them will do
    private static Socket open(Door door) throws IOException {
        Socket socket = new Socket();
        try {
            // closed at once when it is closed, so that a thousand requests leave no thousand half-closed connections
            socket.setSoLinger(true, 0);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(door.host(), door.port()), TIMEOUT_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
