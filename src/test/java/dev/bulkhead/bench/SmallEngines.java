package dev.bulkhead.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many small servers that answer as engines with containers do, so that a hundred hosts can be looked at from one machine. A process of
 * its own: what it needs is not the program's.
 *
 * <p>Each has one network of its own and three that all have, as overlays; a third of its containers is on each.
 */
public final class SmallEngines {

    /** Overlays of the swarm. */
    static final int OVERLAYS = 3;

    private static final String TYPE = "application/json";

    private final int host;
    private final int containers;
    private final long pause;
    /** What has not changed is not told as a change. */
    private final AtomicInteger restarts = new AtomicInteger();

    private SmallEngines(int host, int containers, long pause) {
        this.host = host;
        this.containers = containers;
        this.pause = pause;
    }

    /** Starts so many with so many containers and so many milliseconds between two events, says their ports on a line, and stays. */
    public static void main(String[] words) throws IOException {
        int hosts = Integer.parseInt(words[0]);
        StringBuilder ports = new StringBuilder();
        for (int host = 0; host < hosts; host++) {
            SmallEngines engine = new SmallEngines(host, Integer.parseInt(words[1]), Long.parseLong(words[2]));
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", engine::answer);
            server.start();
            ports.append(server.getAddress().getPort()).append(' ');
        }
        System.out.println(ports.toString().strip());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replaceFirst("^/v[0-9.]+", "");
        if (path.equals("/events")) {
            events(exchange);
            return;
        }
        String text = switch (path) {
            case "/version" -> "{\"Version\":\"28.5.2\",\"ApiVersion\":\"1.51\",\"MinAPIVersion\":\"1.24\"}";
            case "/info" -> "{\"ID\":\"engine" + host + "\",\"ServerVersion\":\"28.5.2\",\"Name\":\"h" + host + "\"}";
            case "/networks" -> networks();
            case "/containers/json" ->
                IntStream.range(0, containers)
                        .mapToObj(number -> "{\"Id\":\"" + id(number) + "\"}")
                        .collect(Collectors.joining(",", "[", "]"));
            default -> path.matches("/containers/[0-9a-f]+/json") ? container(path.split("/", -1)[2]) : "";
        };
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", TYPE);
        exchange.sendResponseHeaders(text.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private String id(int number) {
        return String.format(Locale.ROOT, "%064x", host * 100_000L + number + 1);
    }

    private String networks() {
        String overlays = IntStream.range(0, OVERLAYS)
                .mapToObj(number ->
                        network("shop_over" + number, "overlay", "c" + number, "10.0." + (number + 1) + ".0/24"))
                .collect(Collectors.joining(","));
        return "[" + overlays + "," + network("shop_own" + host, "bridge", "b" + host, "172.18.0.0/16") + ","
                + network("bridge", "bridge", "d" + host, "172.17.0.0/16") + "]";
    }

    private static String network(String name, String driver, String id, String subnet) {
        return "{\"Name\":\"" + name + "\",\"Id\":\"" + id + "\",\"Driver\":\"" + driver
                + "\",\"Attachable\":true,\"IPAM\":{\"Config\":[{\"Subnet\":\"" + subnet
                + "\"}]},\"Options\":{},\"Labels\":{}}";
    }

    /** As long as an engine's own answer about a container of a usual project: six thousand letters. */
    private String container(String id) {
        int number = (int) (Long.parseLong(id, 16) % 100_000L) - 1;
        String service = "h" + host + "s" + number;
        String network =
                number % (OVERLAYS + 1) == OVERLAYS ? "shop_own" + host : "shop_over" + number % (OVERLAYS + 1);
        String labels = IntStream.range(0, 40)
                .mapToObj(label ->
                        "\"org.example.label" + label + "\":\"some words about what it is, number " + label + "\"")
                .collect(Collectors.joining(","));
        List<String> env = IntStream.range(0, 20)
                .mapToObj(n -> "\"VARIABLE_" + n + "=value of variable " + n + "\"")
                .toList();
        return "{\"Id\":\"" + id + "\",\"Name\":\"/shop-" + service + "-1\",\"Image\":\"sha256:" + id
                + "\",\"RestartCount\":" + restarts.get() + ","
                + "\"Created\":\"2026-01-01T00:00:00Z\",\"State\":{\"Status\":\"running\",\"Running\":true,\"StartedAt\":\"2026-01-01T00:00:00Z\"},"
                + "\"HostConfig\":{\"NetworkMode\":\"" + network + "\",\"PortBindings\":{}},"
                + "\"Config\":{\"Image\":\"app:1\",\"Hostname\":\"" + id.substring(0, 12) + "\",\"Env\":["
                + String.join(",", env) + "],\"Labels\":{"
                + "\"com.docker.compose.project\":\"shop\",\"com.docker.compose.service\":\"" + service + "\"," + labels
                + "}},"
                + "\"NetworkSettings\":{\"Ports\":{},\"Networks\":{\"" + network + "\":{\"Aliases\":[\"" + service
                + "\"],\"NetworkID\":\"n\",\"IPAddress\":\"10.9."
                + number % 200 + "." + (number % 250 + 2) + "\"}}}}";
    }

    private void events(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", TYPE);
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.flush();
            for (int number = 0; ; number = (number + 1) % containers) {
                Thread.sleep(pause);
                restarts.incrementAndGet();
                out.write(("{\"Type\":\"container\",\"Action\":\"start\",\"Actor\":{\"ID\":\"" + id(number)
                                + "\",\"Attributes\":{}},\"id\":\"" + id(number)
                                + "\",\"status\":\"start\",\"time\":1767225600,\"timeNano\":1767225600000000000}\n")
                        .getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException over) {
            // who listened has gone
            exchange.close();
        }
    }
}
