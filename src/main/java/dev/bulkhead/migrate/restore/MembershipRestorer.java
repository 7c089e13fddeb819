package dev.bulkhead.migrate.restore;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Restorer that puts a container's memberships back to what they were, while it runs. */
final class MembershipRestorer {

    private final Engine engine;

    MembershipRestorer(Engine engine) {
        this.engine = engine;
    }

    /** Whoever asks for no address is given the first free one, which may be that of one who asks for it. */
    static List<ObservedContainer> inOrder(List<ObservedContainer> containers) {
        return containers.stream()
                .sorted(Comparator.comparing(container -> container.endpoints().stream()
                        .noneMatch(endpoint -> endpoint.asked().statesAddress())))
                .toList();
    }

    /** Returns what was changed, one sentence each. */
    List<String> restore(ObservedContainer before, ObservedContainer now) throws EngineException {
        List<String> told = new ArrayList<>();
        // the old ones first, so that the container is never without a network
        for (ObservedEndpoint old : before.endpoints()) {
            Optional<ObservedEndpoint> present = now.endpoint(old.network());
            if (present.isEmpty()) {
                engine.networks().connect(old.network(), now.id(), old.asked());
                told.add("Attached " + now.name() + " to " + old.network() + " again.");
            } else if (!same(old, present.get())) {
                engine.networks().disconnect(old.network(), now.id());
                engine.networks().connect(old.network(), now.id(), old.asked());
                told.add("Gave " + now.name() + " its old names on " + old.network() + " again.");
            }
        }
        for (ObservedEndpoint present : now.endpoints()) {
            if (before.endpoint(present.network()).isEmpty()) {
                engine.networks().disconnect(present.network(), now.id());
                told.add("Took " + now.name() + " off " + present.network() + ".");
            }
        }
        return told;
    }

    private static boolean same(ObservedEndpoint a, ObservedEndpoint b) {
        return new TreeSet<>(a.aliases()).equals(new TreeSet<>(b.aliases()))
                && a.staticIpv4().equals(b.staticIpv4())
                && a.staticIpv6().equals(b.staticIpv6())
                && a.asked().driverOpts().equals(b.asked().driverOpts())
                && a.gwPriority() == b.gwPriority();
    }
}
