package dev.bulkhead.migrate.verify;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.migrate.live.Readiness;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks of what the engine tells of itself: services, networks, memberships, and that nothing is lost. */
final class StateChecks {

    private final Expectation expected;
    private final ObservedState state;
    private final String project;

    StateChecks(Expectation expected, ObservedState state) {
        this.expected = expected;
        this.state = state;
        this.project = expected.topology().project();
    }

    void run(Consumer<CheckResult> told) {
        expected.services().forEach(service -> told.accept(service(service)));
        new NetworkChecks(expected, state).run(told);
        for (String key : expected.services()) {
            expected.topology().service(key).ifPresent(service -> {
                for (Attachment attachment : service.attachments()) {
                    told.accept(membership(service, attachment));
                }
            });
        }
        for (ObservedContainer before : expected.before().containers()) {
            if (before.project().filter(project::equals).isPresent()) {
                told.accept(kept(before));
            }
        }
    }

    private CheckResult service(String service) {
        List<ObservedContainer> replicas = state.containers(project, service);
        boolean ready = Readiness.of(state, project, List.of(service)).ready();
        boolean readyBefore =
                Readiness.of(expected.before(), project, List.of(service)).ready();
        String saw = replicas.isEmpty()
                ? "no container"
                : replicas.stream().map(c -> c.status().text()).distinct().collect(Collectors.joining("; "));
        return result(CheckResult.Group.SERVICES, service, ready, "inspect container of " + service, saw, readyBefore);
    }

    private CheckResult membership(Service service, Attachment attachment) {
        String network = expected.topology()
                .network(attachment.network())
                .map(Network::name)
                .orElse(attachment.network());
        List<ObservedContainer> replicas = state.containers(project, service.key());
        List<ObservedEndpoint> endpoints =
                replicas.stream().flatMap(c -> c.endpoint(network).stream()).toList();
        List<String> wanted = new ArrayList<>(attachment.aliases());
        wanted.add(service.key());
        boolean all = !endpoints.isEmpty() && endpoints.size() == replicas.size();
        boolean named = all && endpoints.stream().allMatch(e -> e.aliases().containsAll(wanted));
        boolean own = expected.topology()
                .network(attachment.network())
                .map(n -> NetworkChecks.own(state, n, expected.before(), project))
                .orElse(true);
        String saw = all
                ? endpoints.stream()
                                .map(e -> "on " + network + " as " + String.join(", ", new TreeSet<>(e.aliases())))
                                .distinct()
                                .collect(Collectors.joining("; "))
                        + (own ? "" : ", which was not made for this project")
                : "not on " + network;
        boolean before = expected.before().containers(project, service.key()).stream()
                .anyMatch(c -> c.endpoint(network).isPresent());
        return result(
                CheckResult.Group.MEMBERSHIPS,
                service.key() + " on " + network,
                named && own,
                "inspect networks of " + service.key() + ", names " + String.join(", ", new TreeSet<>(wanted)),
                saw,
                before);
    }

    private CheckResult kept(ObservedContainer before) {
        String service = before.service().orElse(before.name());
        List<ObservedContainer> replicas = state.containers(project, service);
        Optional<ObservedContainer> now = replicas.stream()
                .filter(c -> c.name().equals(before.name()))
                .findFirst()
                .or(() -> replicas.stream().findFirst());
        List<String> lost = lost(service, before, now);
        return result(
                CheckResult.Group.KEPT,
                service,
                lost.isEmpty(),
                "compare container of " + service + " with the restore point",
                lost.isEmpty() ? kept(service, before) : "lost " + String.join(", ", lost),
                true);
    }

    private String kept(String service, ObservedContainer before) {
        List<String> gone = new ArrayList<>(before.endpoints().stream()
                .map(ObservedEndpoint::network)
                .filter(network -> expected.mayGo().membership(service, network))
                .toList());
        expected.before().keptPorts(before).stream()
                .filter(port -> expected.mayGo().port(service, port))
                .map(port -> "port " + port.text())
                .forEach(gone::add);
        return gone.isEmpty()
                ? "networks, names and ports as before"
                : "networks, names and ports as before but " + String.join(", ", gone) + ", as planned";
    }

    /** What is gone and was not meant to go. */
    private List<String> lost(String service, ObservedContainer before, Optional<ObservedContainer> now) {
        MayGo mayGo = expected.mayGo();
        if (now.isEmpty()) {
            return mayGo.containers().contains(service) ? List.of() : List.of("its container");
        }
        List<String> lost = new ArrayList<>();
        for (ObservedEndpoint endpoint : before.endpoints()) {
            Optional<ObservedEndpoint> present = now.get().endpoint(endpoint.network());
            if (present.isPresent()) {
                lost.addAll(lostOf(endpoint, present.get(), now.get().name()));
            } else if (!mayGo.membership(service, endpoint.network())) {
                lost.add("network " + endpoint.network());
            }
        }
        List<String> ports =
                now.get().lastingPorts().stream().map(PortMapping::text).toList();
        expected.before().keptPorts(before).stream()
                .filter(port -> !ports.contains(port.text()) && !mayGo.port(service, port))
                .forEach(port -> lost.add("port " + port.text()));
        return lost;
    }

    /** What a container is called is one of its names on every network, told among its aliases or not. */
    private static List<String> lostOf(ObservedEndpoint before, ObservedEndpoint now, String container) {
        List<String> lost = new ArrayList<>();
        before.aliases().stream()
                .filter(alias -> !now.aliases().contains(alias) && !alias.equals(container))
                .forEach(alias -> lost.add("name " + alias + " on " + before.network()));
        Stream.of(before.staticIpv4(), before.staticIpv6())
                .flatMap(Optional::stream)
                .filter(address -> !List.of(now.staticIpv4(), now.staticIpv6()).contains(Optional.of(address)))
                .forEach(address -> lost.add("address " + address + " on " + before.network()));
        return lost;
    }

    private static CheckResult result(
            CheckResult.Group group, String subject, boolean holds, String ran, String saw, boolean heldBefore) {
        return new CheckResult(
                group,
                subject,
                holds ? CheckStatus.PASSED : CheckStatus.FAILED,
                ran,
                saw,
                !holds && heldBefore,
                Duration.ZERO);
    }
}
