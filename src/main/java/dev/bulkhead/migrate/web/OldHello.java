package dev.bulkhead.migrate.web;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Greeting in an old version of TLS, which Java itself no longer speaks: a first message as old browsers sent it (RFC 5246,
 * 7.4.1.2). A server that still speaks the version greets back, any other sends an alert or hangs up.
 */
public final class OldHello {

    private static final int TIMEOUT_MILLIS = 5000;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    private static final Map<String, Integer> VERSIONS = Map.of("TLSv1", 0x0301, "TLSv1.1", 0x0302, "TLSv1.2", 0x0303);
    /** What servers of the time had: ECDHE and RSA with AES, the last ones with GCM for TLS 1.2. */
    private static final int[] SUITES = {
        0xC02B, 0xC02F, 0xC02C, 0xC030, 0xCCA9, 0xCCA8, 0xC009, 0xC013, 0xC00A, 0xC014, 0x002F, 0x0035, 0x000A
    };

    private OldHello() {}

    /**
     * Returns whether a server agrees to a version.
     *
     * @throws IOException if it cannot be asked
     */
    @SuppressWarnings("AddressSelection") // a door is one address
    public static boolean accepted(WebDoor door, String name, String version) throws IOException {
        Integer number = VERSIONS.get(version);
        if (number == null) {
            throw new IOException("nothing is known of " + version);
        }
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(door.host(), door.port()), TIMEOUT_MILLIS);
            socket.getOutputStream().write(record(number, hello(number, name)));
            socket.getOutputStream().flush();
            return greetsBack(socket.getInputStream(), number);
        }
    }

    private static boolean greetsBack(InputStream in, int version) throws IOException {
        try {
            byte[] head = in.readNBytes(11);
            // record type, version, length; handshake type, length; the version that the server chose
            return head.length == 11
                    && head[0] == HANDSHAKE
                    && head[5] == SERVER_HELLO
                    && ((head[9] & 0xFF) << 8 | (head[10] & 0xFF)) == version;
        } catch (SocketException | EOFException hungUp) {
            return false;
        }
    }

    private static byte[] record(int version, byte[] hello) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(HANDSHAKE);
        out.writeShort(Math.min(version, 0x0301));
        out.writeShort(hello.length + 4);
        out.writeByte(1);
        out.writeByte(0);
        out.writeShort(hello.length);
        out.write(hello);
        return bytes.toByteArray();
    }

    private static byte[] hello(int version, String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(version);
        for (int i = 0; i < 32; i++) {
            out.writeByte(i); // a nonce that nothing is made of
        }
        out.writeByte(0);
        out.writeShort(SUITES.length * 2);
        for (int suite : SUITES) {
            out.writeShort(suite);
        }
        out.writeShort(0x0100); // no compression
        byte[] extensions = extensions(name);
        out.writeShort(extensions.length);
        out.write(extensions);
        return bytes.toByteArray();
    }

    private static byte[] extensions(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
        extension(out, 0, ascii.length + 5); // server_name (RFC 6066)
        out.writeShort(ascii.length + 3);
        out.writeByte(0);
        out.writeShort(ascii.length);
        out.write(ascii);
        extension(out, 10, 6); // groups: P-256, P-384
        out.writeShort(4);
        out.writeShort(23);
        out.writeShort(24);
        extension(out, 11, 2); // uncompressed points
        out.writeShort(0x0100);
        extension(out, 13, 14); // signatures: ECDSA and RSA, with SHA-256, SHA-384 and SHA-1
        out.writeShort(12);
        for (int scheme : new int[] {0x0403, 0x0401, 0x0503, 0x0501, 0x0203, 0x0201}) {
            out.writeShort(scheme);
        }
        return bytes.toByteArray();
    }

    private static void extension(DataOutputStream out, int type, int length) throws IOException {
        out.writeShort(type);
        out.writeShort(length);
    }
}
