package dev.bulkhead.surroundings.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedContainer.Status;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.surroundings.LiveFact;
import dev.bulkhead.surroundings.host.HostListeners.Listener;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostListenersTest {

    private static final ObservedState NOTHING = new ObservedState(List.of(), List.of());

    /** As on a machine with systemd-resolved, sshd and a web server on all addresses; a connection is no listener. */
    private static final Map<String, List<String>> TABLES = Map.of(
            "tcp",
            List.of(
                    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                    "   0: 3500007F:0035 00000000:0000 0A 00000000:00000000 00:00000000 00000000   101        0 21",
                    "   1: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 22",
                    "   2: 0A01A8C0:1F90 0B01A8C0:C001 01 00000000:00000000 00:00000000 00000000     0        0 23"),
            "tcp6",
            List.of(
                    "   0: 00000000000000000000000000000000:0050 00000000000000000000000000000000:0000 0A 0:0 0:0 0 0 0 24",
                    "   1: 00000000000000000000000001000000:2710 00000000000000000000000000000000:0000 0A 0:0 0:0 0 0 0 25"),
            "udp",
            List.of("   0: 3500007F:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000   101        0 26"));

    private static List<Listener> listeners() {
        return HostListeners.read(name -> TABLES.getOrDefault(name, List.of()));
    }

    private static List<String> taken(Topology files, ObservedState state) {
        return HostListeners.taken(files, Set.of(), state, listeners()).stream()
                .map(LiveFact::sentence)
                .toList();
    }

    @Test
    void readsWhoListens() {
        assertThat(listeners())
                .containsExactly(
                        new Listener(Protocol.TCP, 53, Optional.of("127.0.0.53")),
                        new Listener(Protocol.TCP, 22, Optional.empty()),
                        new Listener(Protocol.UDP, 53, Optional.of("127.0.0.53")),
                        new Listener(Protocol.TCP, 80, Optional.empty()));
    }

    @Test
    void aPortThatAProgramHasCannotBePublished() {
        Stack stack = new Stack()
                .network("a")
                .internal("hidden")
                .service("dns", "a")
                .publish("dns", "53:53/udp")
                .service("elsewhere", "a")
                .publish("elsewhere", "192.168.1.10:53:53")
                .service("web", "a")
                .publish("web", "127.0.0.1:80:8080")
                .service("free", "a")
                .publish("free", "8080:80")
                .service("unpublished", "hidden")
                .publish("unpublished", "22:22");

        assertThat(taken(stack.topology(), NOTHING))
                .containsExactly(
                        "Service dns publishes 53:53/udp, but a program of this machine listens there (127.0.0.53, port 53),"
                                + " so docker compose up is refused; stop that program, or publish another port.",
                        "Service web publishes 127.0.0.1:80:8080, but a program of this machine listens there (all addresses,"
                                + " port 80), so docker compose up is refused; stop that program, or publish another port.");
    }

    @Test
    void whatTheEngineItselfPublishesIsNoProgramInTheWay() {
        Stack stack = new Stack().network("a").service("web", "a").publish("web", "80:80");
        ObservedState running = new ObservedState(
                List.of(),
                List.of(new ObservedContainer(
                        "1",
                        "stack-web-1",
                        "nginx",
                        Map.of(),
                        new Status(RunState.RUNNING, Health.NONE, Optional.empty(), 0),
                        "stack_a",
                        List.of(),
                        List.of(PortMapping.of(80, 80, Protocol.TCP)))));

        assertThat(taken(stack.topology(), running)).isEmpty();
    }
}
