package dev.bulkhead.migrate.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is seen of a server that goes away and comes back, on the loopback of this machine. */
class OutsideMeterTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Server server = new Server();

    /** A server that answers every request, with a page or with whatever else is wanted. */
    private static final class Server implements AutoCloseable {
        private final AtomicInteger requests = new AtomicInteger();
        private volatile String status = "200 OK";
        private volatile boolean speaks = true;
        private ServerSocket socket = new ServerSocket();

        private Server() throws IOException {
            open(0);
        }

        private void open(int port) throws IOException {
            ServerSocket opened = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
            socket = opened;
            Thread.startVirtualThread(() -> {
                while (!opened.isClosed()) {
                    try {
                        Socket caller = opened.accept();
                        Thread.startVirtualThread(() -> answer(caller));
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
        }

        private void answer(Socket caller) {
            try (caller) {
                byte[] asked = new byte[200];
                int length = caller.getInputStream().read(asked);
                if (length > 0) {
                    requests.incrementAndGet();
                }
                if (speaks && length > 0) {
                    OutputStream out = caller.getOutputStream();
                    out.write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException gone) {
                // whoever asked does not want the answer any more
            }
        }

        private int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    OutsideMeterTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private OutsideMeter start() throws InterruptedException {
        return OutsideMeter.start(new Doors(List.of(new Door("web", "127.0.0.1", server.port())), new TreeMap<>()));
    }

    private static DoorFigures figures(OutsideMeter meter) {
        return meter.seen().ports().getFirst();
    }

    private static void awaitAsked(OutsideMeter meter, int requests) {
        Awaitility.await().atMost(LIMIT).until(() -> figures(meter).asked() >= requests);
    }

    @Test
    void aPortThatAnswersAllTheTimeHasNoGap() throws Exception {
        try (OutsideMeter meter = start()) {
            awaitAsked(meter, 10);

            assertThat(meter.seen().every()).isEqualTo(Duration.ofMillis(20));
            assertThat(meter.seen().failed()).isZero();
            assertThat(meter.seen().interrupted()).isEmpty();
            assertThat(figures(meter).typical()).isPositive();
        }
    }

    @Test
    void aServerThatGoesAwayAndComesBackLeavesOneGap() throws Exception {
        int port = server.port();
        try (OutsideMeter meter = start()) {
            awaitAsked(meter, 5);
            server.close();
            Awaitility.await().atMost(LIMIT).until(() -> figures(meter).failed() >= 5);
            server.open(port);
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> meter.seen().asked() - meter.seen().failed() >= 20);

            DoorFigures seen = figures(meter);
            assertThat(seen.gaps()).hasSize(1);
            assertThat(seen.longest()).isGreaterThanOrEqualTo(Duration.ofMillis(80));
            assertThat(meter.seen().interrupted()).containsOnlyKeys("web");
        }
    }

    @Test
    void anErrorOfTheServerIsAFailedRequest() throws Exception {
        try (OutsideMeter meter = start()) {
            awaitAsked(meter, 3);
            server.status = "502 Bad Gateway";

            Awaitility.await().atMost(LIMIT).until(() -> figures(meter).failed() >= 3);
        }
    }

    @Test
    void whoRefusesTheRequestIsNotAskedAgainButStillSeen() throws Exception {
        server.status = "401 Unauthorized";
        int port = server.port();
        try (OutsideMeter meter = start()) {
            awaitAsked(meter, 10);
            assertThat(server.requests)
                    .as("requests that could count as attempts to log in")
                    .hasValue(1);
            assertThat(meter.seen().failed()).isZero();

            server.close();
            Awaitility.await().atMost(LIMIT).until(() -> figures(meter).failed() >= 3);
            server.open(port);
        }
    }

    @Test
    void aPortThatDidNotAnswerBeforeIsNotMeasured() throws Exception {
        try (Socket reserved = new Socket()) {
            // bound and not listening: nobody else can answer there meanwhile
            reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int port = reserved.getLocalPort();
            try (OutsideMeter meter =
                    OutsideMeter.start(new Doors(List.of(new Door("web", "127.0.0.1", port)), new TreeMap<>()))) {
                assertThat(meter.seen().ports()).isEmpty();
                assertThat(meter.seen().unasked())
                        .containsEntry("web", "port " + port + " did not answer from here before anything was done");
            }
        }
    }

    @Test
    void whatComesAfterACutIsCountedAnew() throws Exception {
        try (OutsideMeter meter = start()) {
            awaitAsked(meter, 10);

            SeenFromOutside there = meter.cut();

            assertThat(there.asked()).isGreaterThanOrEqualTo(10);
            assertThat(meter.seen().asked()).isLessThan(there.asked());
        }
    }

    @Test
    void manyPortsAreEachAskedLessOften() throws Exception {
        List<Door> many = IntStream.range(0, 30)
                .mapToObj(i -> new Door("web-" + i, "127.0.0.1", server.port()))
                .toList();
        try (OutsideMeter meter = OutsideMeter.start(new Doors(many, new TreeMap<>()))) {
            assertThat(meter.seen().every())
                    .isEqualTo(OutsideMeter.every(30, Runtime.getRuntime().availableProcessors()));
        }
    }

    @Test
    void fewProcessorsAreAskedLessOften() {
        assertThat(OutsideMeter.every(1, 1)).isEqualTo(Duration.ofMillis(20));
        assertThat(OutsideMeter.every(18, 2)).isEqualTo(Duration.ofMillis(72));
        assertThat(OutsideMeter.every(18, 64)).isEqualTo(Duration.ofMillis(20));
        assertThat(OutsideMeter.every(60, 64)).isEqualTo(Duration.ofMillis(60));
    }
}
