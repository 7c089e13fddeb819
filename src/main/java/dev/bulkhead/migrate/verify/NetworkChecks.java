package dev.bulkhead.migrate.verify;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Subnet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Checks of a project's networks: each that services stand on is there, is the project's, and is as its files say. */
final class NetworkChecks {

    private static final String USUAL_DRIVER = "bridge";

    private final Expectation expected;
    private final ObservedState state;
    private final String project;

    NetworkChecks(Expectation expected, ObservedState state) {
        this.expected = expected;
        this.state = state;
        this.project = expected.topology().project();
    }

    void run(Consumer<CheckResult> told) {
        for (Network network : expected.topology().networks().values()) {
            // nobody makes a network that only services of other profiles stand on
            if (expected.topology().members(network.key()).stream()
                    .anyMatch(member -> expected.services().contains(member.key()))) {
                told.accept(check(network));
            }
        }
    }

    private CheckResult check(Network wanted) {
        Optional<ObservedNetwork> now = state.network(wanted.name());
        boolean there = now.isPresent() && own(state, wanted, expected.before(), project);
        List<String> otherwise = now.map(network -> otherwise(wanted, network)).orElse(List.of());
        CheckStatus status =
                !there ? CheckStatus.FAILED : otherwise.isEmpty() ? CheckStatus.PASSED : CheckStatus.WARNING;
        String saw = now.map(network -> seen(network)
                        + (there ? "" : ", which was not made for this project")
                        + (otherwise.isEmpty() ? "" : ", where the files say " + String.join(", ", otherwise)))
                .orElse("no such network");
        return new CheckResult(
                CheckResult.Group.NETWORKS,
                wanted.name(),
                status,
                "inspect network " + wanted.name(),
                saw,
                !there && expected.before().network(wanted.name()).isPresent(),
                Duration.ZERO);
    }

    /** Whether a network is the one that is meant, and not another that somebody has given its name meanwhile. */
    static boolean own(ObservedState state, Network wanted, ObservedState before, String project) {
        Optional<ObservedNetwork> now = state.network(wanted.name());
        return wanted.external()
                || now.isEmpty()
                || NormalisedState.madeFor(now.get(), project)
                || before.network(wanted.name()).map(ObservedNetwork::id).equals(now.map(ObservedNetwork::id));
    }

    /** What the files state and the engine has otherwise; nothing of what they leave to the engine or to somebody else. */
    private static List<String> otherwise(Network wanted, ObservedNetwork now) {
        List<String> otherwise = new ArrayList<>();
        if (wanted.external()) {
            return otherwise;
        }
        wanted.options()
                .driver()
                .filter(driver -> !driver.equals("default") && !driver.equals(driver(now)))
                .ifPresent(otherwise::add);
        List<String> ranges = ranges(now.subnets());
        ranges(wanted.subnets()).stream()
                .filter(range -> !ranges.contains(range))
                .forEach(otherwise::add);
        if (wanted.internal() != now.options().internal()) {
            otherwise.add(wanted.internal() ? "internal" : "with a way out");
        }
        return otherwise;
    }

    private String seen(ObservedNetwork network) {
        List<String> parts = new ArrayList<>(List.of(driver(network)));
        parts.addAll(ranges(network.subnets()));
        if (network.options().internal()) {
            parts.add("internal");
        }
        TreeSet<String> members = new TreeSet<>();
        state.containers().stream()
                .filter(container -> container.endpoint(network.name()).isPresent())
                .map(ObservedContainer::name)
                .forEach(members::add);
        return String.join(", ", parts)
                + (members.isEmpty() ? ", with nobody on it" : ", with " + String.join(", ", members));
    }

    private static String driver(ObservedNetwork network) {
        return network.options().driver().orElse(USUAL_DRIVER);
    }

    private static List<String> ranges(List<Subnet> subnets) {
        return subnets.stream()
                .flatMap(subnet -> subnet.subnet().stream())
                .map(range -> Cidr.tryParse(range).map(Cidr::toString).orElse(range))
                .distinct()
                .toList();
    }
}
