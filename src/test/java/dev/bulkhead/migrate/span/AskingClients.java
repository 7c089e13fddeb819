package dev.bulkhead.migrate.span;

import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.PrivateEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Clients that go on asking services of two hosts, by name from inside and by published port from outside. */
final class AskingClients implements AutoCloseable {

    private static final String STOP = "/tmp/stop-asking";
    private static final Map<String, String> INSIDE = Map.of("web", "db", "cache", "jobs");

    private final TwoHosts hosts;
    private final Map<String, Process> clients = new LinkedHashMap<>();

    private AskingClients(TwoHosts hosts) {
        this.hosts = hosts;
    }

    /** How often a client was answered, and how often not. */
    record Tally(int answered, int failed) {}

    /** Starts a client inside a container of each host, and one beside a published port of each. */
    static AskingClients of(TwoHosts hosts) throws IOException {
        AskingClients asking = new AskingClients(hosts);
        for (Map.Entry<String, String> pair : INSIDE.entrySet()) {
            PrivateEngine engine = hosts.engineOf(pair.getKey());
            engine.docker("exec", TwoHosts.container(pair.getKey()), "busybox", "rm", "-f", STOP);
            asking.ask(
                    pair.getKey() + " -> " + pair.getValue(),
                    List.of(
                            EnginePrograms.docker().toString(),
                            "-H",
                            engine.address(),
                            "exec",
                            TwoHosts.container(pair.getKey()),
                            "busybox"),
                    pair.getValue() + " 80");
        }
        asking.ask("atlas:8080", hosts.atlas().enteringNetwork(), "127.0.0.1 8080");
        asking.ask("borea:8082", hosts.borea().enteringNetwork(), "127.0.0.1 8082");
        return asking;
    }

    private void ask(String flow, List<String> entering, String socket) throws IOException {
        List<String> command = new ArrayList<>(entering);
        command.addAll(List.of(
                "sh",
                "-c",
                "while [ ! -e " + STOP + " ]; do busybox nc -w 2 " + socket
                        + " </dev/null >/dev/null && echo yes || echo no; done"));
        clients.put(
                flow,
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said(flow).toFile())
                        .start());
    }

    private Path said(String flow) {
        return hosts.project().resolveSibling(flow.replaceAll("[^a-z0-9]", "") + ".said");
    }

    /** Ends the clients and tells what each of them saw. */
    Map<String, Tally> end() throws IOException {
        close();
        Map<String, Tally> seen = new TreeMap<>();
        for (String flow : clients.keySet()) {
            List<String> lines = Files.readAllLines(said(flow));
            seen.put(flow, new Tally((int) lines.stream().filter("yes"::equals).count(), (int)
                    lines.stream().filter("no"::equals).count()));
        }
        return seen;
    }

    @Override
    public void close() throws IOException {
        for (String from : INSIDE.keySet()) {
            hosts.engineOf(from).docker("exec", TwoHosts.container(from), "busybox", "touch", STOP);
        }
        for (Map.Entry<String, Process> client : clients.entrySet()) {
            if (client.getKey().contains(":")) {
                client.getValue().destroy();
            }
            client.getValue().onExit().join();
        }
    }
}
