package dev.bulkhead.surroundings.host;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes of the engine's own proxy, one for each published port where it is on, as this machine lists them. */
public final class ProxyProcesses {

    private static final String PROXY = "docker-proxy";
    private static final String PORT = "-host-port";
    private static final Set<String> ENGINES = Set.of("dockerd", "containerd");

    private final Path processes;

    /** Processes of a folder such as {@code /proc}. */
    public ProxyProcesses(Path processes) {
        this.processes = processes;
    }

    /**
     * Returns whether the engine's proxy is on: one of its processes is for a port that the engine publishes. Empty where no port
     * is published, or the processes of others cannot be seen.
     */
    Optional<Boolean> on(ObservedState state) {
        Set<String> published = published(state);
        if (published.isEmpty()) {
            return Optional.empty();
        }
        Set<String> carried = new HashSet<>();
        boolean engine = false;
        for (List<String> command : commands()) {
            String program = String.valueOf(Path.of(command.getFirst()).getFileName());
            engine |= ENGINES.contains(program);
            int port = command.indexOf(PORT);
            if (program.equals(PROXY) && port >= 0 && port + 1 < command.size()) {
                carried.add(command.get(port + 1));
            }
        }
        carried.retainAll(published);
        return !carried.isEmpty() ? Optional.of(true) : engine ? Optional.of(false) : Optional.empty();
    }

    /** Returns whether a port is published, for which a proxy would run. */
    static boolean publishes(ObservedState state) {
        return !published(state).isEmpty();
    }

    /** Ports that are translated; what a network routes to needs no proxy. */
    private static Set<String> published(ObservedState state) {
        Set<String> routed = state.networks().stream()
                .filter(network ->
                        network.options().driverOpts().values().stream().anyMatch(value -> value.equals("routed")))
                .map(ObservedNetwork::name)
                .collect(Collectors.toSet());
        return state.containers().stream()
                .filter(container -> container.status().state() == RunState.RUNNING)
                .filter(container ->
                        container.endpoints().stream().noneMatch(endpoint -> routed.contains(endpoint.network())))
                .map(ObservedContainer::ports)
                .flatMap(List::stream)
                .flatMap(port -> port.published().stream())
                .collect(Collectors.toSet());
    }

    private List<List<String>> commands() {
        List<List<String>> commands = new ArrayList<>();
        try (Stream<Path> all = Files.list(processes)) {
            Optional<Path> own = network(processes.resolve("self"));
            for (Path process : all.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList()) {
                Optional<Path> network = network(process);
                boolean elsewhere = network.isPresent() && own.isPresent() && !network.equals(own);
                if (!elsewhere) {
                    command(process).ifPresent(commands::add);
                }
            }
        } catch (IOException notLinux) {
            return List.of();
        }
        return commands;
    }

    /** Another network's processes are another engine's. */
    private static Optional<Path> network(Path process) {
        try {
            return Optional.of(Files.readSymbolicLink(process.resolve("ns").resolve("net")));
        } catch (IOException | UnsupportedOperationException mayNot) {
            return Optional.empty();
        }
    }

    private static Optional<List<String>> command(Path process) {
        try {
            String line = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            List<String> words = List.of(line.split("\0", -1));
            return words.getFirst().isEmpty() ? Optional.empty() : Optional.of(words);
        } catch (IOException ended) {
            return Optional.empty();
        }
    }
}
