package dev.bulkhead.engine.docker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Something that listens where an engine is expected and answers as a test says. */
final class FakeEngine implements AutoCloseable {

    /** An engine's answer to the question for its version, where it is answered rightly. */
    static final String VERSION =
            "{\"Version\":\"28.5.2\",\"ApiVersion\":\"1.51\",\"MinAPIVersion\":\"1.24\",\"Os\":\"linux\"}";

    /** What it does with a request. */
    @FunctionalInterface
    interface Answer {
        void give(String path, OutputStream to) throws IOException, InterruptedException;
    }

    private final ServerSocketChannel door;
    private final Answer answer;
    private final List<SocketChannel> callers = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private FakeEngine(SocketAddress address, Answer answer) throws IOException {
        this.answer = answer;
        this.door = address instanceof UnixDomainSocketAddress
                ? ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX)
                : ServerSocketChannel.open();
        door.bind(address);
        Thread.ofVirtual().start(this::serve);
    }

    static FakeEngine onSocket(Path socket, Answer answer) throws IOException {
        return new FakeEngine(UnixDomainSocketAddress.of(socket), answer);
    }

    static FakeEngine onPort(Answer answer) throws IOException {
        return new FakeEngine(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), answer);
    }

    /** Returns an answer to every question. */
    static Answer always(String status, String type, String body) {
        return (path, to) -> to.write(http(status, type, body));
    }

    /** Returns an answer with its head. */
    static byte[] http(String status, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    EngineAddress address() throws IOException {
        return switch (door.getLocalAddress()) {
            case UnixDomainSocketAddress socket -> EngineAddress.of("unix://" + socket.getPath());
            case InetSocketAddress port -> EngineAddress.of("tcp://127.0.0.1:" + port.getPort());
            default -> throw new IllegalStateException("an address of another kind");
        };
    }

    /** Returns the paths of the questions. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void serve() {
        while (door.isOpen()) {
            try {
                SocketChannel caller = door.accept();
                callers.add(caller);
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException e) {
                // closed at the end of the test
            }
        }
    }

    private void answer(SocketChannel caller) {
        try (caller;
                BufferedReader from = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(caller), StandardCharsets.US_ASCII))) {
            OutputStream to = Channels.newOutputStream(caller);
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                String[] words = line.split(" ", -1);
                asked.add(words.length > 1 ? words[1] : line);
                while (line != null && !line.isEmpty()) {
                    line = from.readLine();
                }
                answer.give(asked.getLast(), to);
                to.flush();
            }
        } catch (IOException e) {
            // the caller has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (SocketChannel caller : callers) {
            caller.close();
        }
    }
}
