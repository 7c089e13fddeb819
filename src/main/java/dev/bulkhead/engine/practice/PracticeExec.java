package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.Probe;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers the commands that probe connections, from the engine's own memberships: two containers reach each other on a
 * network they share, on any port; a container reaches the internet through a network that is not internal.
 */
final class PracticeExec {

    private static final Pattern NETCAT = Pattern.compile("\\bnc\\b(?:\\s+-[a-z]+)*(?:\\s+-w\\s*\\d+)?(?:\\s+-[a-z]+)*"
            + "\\s+(?<host>[^\\s-]\\S*)\\s+(?<port>\\d+)");
    private static final Pattern HTTP =
            Pattern.compile("\\b(?:wget|curl)\\b.*?\\b(?<scheme>https?)://(?<host>[^/:\\s\"']+)(?::(?<port>\\d+))?");
    private static final Pattern LOOKUP =
            Pattern.compile("(?:\\bnslookup|\\bgetent\\s+(?:ahosts|hosts))\\s+(?<name>[^\\s\"']+)");
    private static final int NOT_FOUND = 127;

    private final PracticeState state;
    private final PracticeContainer asking;
    /** From which the asking container knows routes, if it is a proxy. */
    private final PracticeSettings settings;
    /** Whose network the asking container uses. */
    private final PracticeContainer owner;

    /** What was arranged of a container: the files it knows, and how commands end. */
    record Arranged(PracticeSettings settings, PracticeFaults faults) {}

    /** Returns what a command says inside a container, by name or id. */
    static ExecResult run(PracticeState state, String container, List<String> command, Arranged arranged)
            throws EngineException {
        PracticeContainer asking = state.container(container);
        if (!asking.running()) {
            throw new EngineException(Kind.CONFLICT, "Container " + asking.name() + " does not run.");
        }
        return arranged.faults()
                .arranged(asking.name(), command)
                .or(() -> arranged.settings().reload(asking, command))
                .orElseGet(() -> new PracticeExec(state, asking, arranged.settings()).run(command));
    }

    private PracticeExec(PracticeState state, PracticeContainer asking, PracticeSettings settings) {
        this.state = state;
        this.asking = asking;
        this.settings = settings;
        this.owner = asking.networkOwner().flatMap(state::find).orElse(asking);
    }

    private ExecResult run(List<String> command) {
        Optional<Probe> probe = Probe.parse(command);
        if (probe.isPresent()) {
            return switch (probe.get()) {
                case Probe.Connect connect -> connect(connect.host(), connect.port());
                case Probe.Http http -> new PracticeProxy(state, asking, settings).answer(http);
                case Probe.Fetch fetch -> connect(fetch.host(), fetch.port());
                case Probe.Lookup(String name) -> lookup(name);
            };
        }
        String line = String.join(" ", command);
        Matcher netcat = NETCAT.matcher(line);
        if (netcat.find()) {
            return connect(netcat.group("host"), Integer.parseInt(netcat.group("port")));
        }
        Matcher http = HTTP.matcher(line);
        if (http.find()) {
            int standard = http.group("scheme").equals("https") ? 443 : 80;
            String port = http.group("port");
            return connect(http.group("host"), port == null ? standard : Integer.parseInt(port));
        }
        Matcher lookup = LOOKUP.matcher(line);
        if (lookup.find()) {
            return lookup(lookup.group("name"));
        }
        return new ExecResult(
                NOT_FOUND, "The practice engine answers nc, wget, curl, nslookup and getent; it cannot run this.\n");
    }

    private ExecResult connect(String host, int port) {
        String target = host + ":" + port;
        if (isAddress(host)) {
            return isOpen(host, port)
                    ? new ExecResult(0, target + " open\n")
                    : new ExecResult(1, "nc: " + target + ": Connection timed out\n");
        }
        Optional<String> address = resolve(host);
        if (address.isEmpty()) {
            return new ExecResult(1, "nc: bad address '" + host + "'\n");
        }
        return isOpen(address.get(), port)
                ? new ExecResult(0, host + " (" + address.get() + ":" + port + ") open\n")
                : new ExecResult(1, "nc: " + host + " (" + address.get() + ":" + port + "): Connection timed out\n");
    }

    private ExecResult lookup(String name) {
        return resolve(name)
                .map(address -> new ExecResult(0, address + "  " + name + "\n"))
                .orElseGet(() -> new ExecResult(1, "nslookup: can't resolve '" + name + "'\n"));
    }

    /** Names hold only on shared networks, and never on the engine's own bridge. */
    private Optional<String> resolve(String name) {
        if (name.equals("localhost") || name.equals(asking.name())) {
            return Optional.of("127.0.0.1");
        }
        for (ObservedEndpoint mine : owner.endpoints()) {
            if (mine.network().equals("bridge")) {
                continue;
            }
            for (PracticeContainer other : state.members(mine.network())) {
                ObservedEndpoint theirs = other.endpoint(mine.network()).orElseThrow();
                if (other.running()
                        && (other.name().equals(name) || theirs.aliases().contains(name))) {
                    return theirs.ipv4();
                }
            }
        }
        boolean publicName = name.contains(".");
        // 192.0.2.0/24 is reserved for documentation (RFC 5737): no name outside has this address.
        return publicName && reachesInternet() ? Optional.of("192.0.2.1") : Optional.empty();
    }

    private boolean isOpen(String address, int port) {
        if (address.startsWith("127.")) {
            return true;
        }
        for (PracticeContainer other : state.containers().values()) {
            Optional<ObservedEndpoint> theirs = other.endpoints().stream()
                    .filter(e ->
                            e.ipv4().equals(Optional.of(address)) || e.ipv6().equals(Optional.of(address)))
                    .findFirst();
            if (theirs.isPresent()) {
                return other.running()
                        && (onHost() || owner.endpoint(theirs.get().network()).isPresent());
            }
        }
        Optional<ObservedNetwork> gateway = state.networks().values().stream()
                .filter(n -> n.subnets().stream()
                        .anyMatch(s -> AddressPools.gateway(s).equals(address)))
                .findFirst();
        return gateway.isPresent() ? isPublished(port) : reachesInternet();
    }

    /** The gateway of a network is the host: a port published there is open to every container. */
    private boolean isPublished(int port) {
        return state.observed().containers().stream()
                .flatMap(c -> c.ports().stream())
                .filter(published -> published.protocol() == Protocol.TCP)
                .map(PortMapping::published)
                .anyMatch(Optional.of(Integer.toString(port))::equals);
    }

    private boolean reachesInternet() {
        return onHost() || state.hasGateway(owner);
    }

    private boolean onHost() {
        return owner.made().networkMode().equals("host");
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    }
}
