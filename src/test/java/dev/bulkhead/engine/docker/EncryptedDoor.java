package dev.bulkhead.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** TCP door to an engine's socket that is encrypted and lets in who shows a certificate, as {@code dockerd --tlsverify} is. */
final class EncryptedDoor implements AutoCloseable {

    private final SSLServerSocket door;
    private final Path engine;

    EncryptedDoor(SSLContext context, Path engine) throws IOException {
        this.engine = engine;
        this.door = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        door.setNeedClientAuth(true);
        Thread.ofVirtual().start(this::serve);
    }

    /** Returns its address for who has the keys in a folder. */
    EngineAddress address(Path keys) {
        return new EngineAddress("tcp://127.0.0.1:" + door.getLocalPort(), Optional.of(keys), "the address given");
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Thread.ofVirtual().start(() -> carry(caller));
            } catch (IOException e) {
                // closed at the end of the test
            }
        }
    }

    private void carry(Socket caller) {
        try (caller;
                SocketChannel to = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            // The handshake comes first: who is not let in gets no connection to the engine.
            int first = caller.getInputStream().read();
            if (first < 0) {
                return;
            }
            to.connect(UnixDomainSocketAddress.of(engine));
            OutputStream out = Channels.newOutputStream(to);
            out.write(first);
            Thread.ofVirtual().start(() -> pass(Channels.newInputStream(to), caller));
            caller.getInputStream().transferTo(out);
        } catch (IOException e) {
            // one of both has gone, or was not let in
        }
    }

    private static void pass(InputStream from, Socket to) {
        try (to) {
            from.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one of both has gone
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
