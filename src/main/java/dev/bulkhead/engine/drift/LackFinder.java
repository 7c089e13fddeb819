package dev.bulkhead.engine.drift;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.ObservedImage;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.Contacts;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.ImageSource;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finder of what the services of a project that are started need of an engine and the engine does not have. */
final class LackFinder {

    private static final String BRIDGE = "bridge";
    private static final String OVERLAY = "overlay";
    /** With these Compose pulls nothing (compose v2.40.3, pkg/compose/pull.go, mustPull). */
    private static final Set<String> NEVER_PULLED = Set.of("never", "build");

    private static final int CHOOSES_IPV6 = 27;
    /**
     * From this major version on the engine drops the MAC address of a guest instead of refusing it, and takes one for each
     * membership (API 1.44; both seen on 20.10 and 28.5).
     */
    private static final int TAKES_MACS = 25;

    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{8,64}");

    private final Topology files;
    private final EngineInfo engine;
    private final ObservedState state;
    private final Map<String, ObservedImage> images;
    private final List<Service> started;
    private final List<Lack> found = new ArrayList<>();

    private LackFinder(
            Topology files,
            Set<String> profiles,
            EngineInfo engine,
            ObservedState state,
            Map<String, ObservedImage> images) {
        this.files = files;
        this.engine = engine;
        this.state = state;
        this.images = images;
        this.started = files.services().values().stream()
                .filter(service -> service.profiles().isEmpty()
                        || profiles.contains("*")
                        || !Collections.disjoint(service.profiles(), profiles))
                .toList();
    }

    static List<Lack> find(
            Topology files,
            Set<String> profiles,
            EngineInfo engine,
            ObservedState state,
            Map<String, ObservedImage> images) {
        LackFinder finder = new LackFinder(files, profiles, engine, state, images);
        List<Network> used =
                files.networks().values().stream().filter(finder::used).toList();
        used.forEach(finder::network);
        finder.started.forEach(service -> finder.mode(service, used));
        finder.started.forEach(finder::mac);
        finder.found.addAll(WantedPorts.in(files, profiles, state).held());
        finder.images();
        finder.started.forEach(finder::waits);
        return List.copyOf(finder.found);
    }

    /** Compose makes only the networks that services use. */
    private boolean used(Network network) {
        return started.stream().anyMatch(service -> service.joins(network.key()));
    }

    private void network(Network wanted) {
        Optional<ObservedNetwork> there = state.network(wanted.name());
        if (there.isPresent()) {
            attachable(wanted, there.get());
        } else if (!wanted.external()) {
            made(wanted, wanted.options().driver().orElse(BRIDGE));
        }
    }

    /** Compose hands the name on as it is; the engine takes an identifier as well. */
    private void mode(Service service, List<Network> used) {
        if (service.networkMode() instanceof NetworkMode.Named(String name)
                && service.container().copies() > 0
                && !IDENTIFIER.matcher(name).matches()
                && state.network(name).isEmpty()
                && used.stream()
                        .noneMatch(
                                network -> !network.external() && network.name().equals(name))) {
            found.add(new Lack.Mode(service.key(), name));
        }
    }

    /** Of several networks Compose hands on the address for the one that it joins first. */
    private void mac(Service service) {
        if (engine.major() <= 0 || engine.major() >= TAKES_MACS) {
            return;
        }
        boolean guest = service.networkMode() instanceof NetworkMode.OfService
                || service.networkMode() instanceof NetworkMode.OfContainer;
        if (guest && service.container().macAddress().isPresent()) {
            found.add(new Lack.GuestMac(service.key()));
        }
        service.firstJoined()
                .filter(first -> first.macAddress().isPresent())
                .ifPresent(first -> found.add(new Lack.MembershipMac(service.key(), first.network())));
    }

    /** Only a network of a Swarm can be attachable or not (moby daemon/container_operations.go). */
    private void attachable(Network wanted, ObservedNetwork there) {
        boolean overlay = there.options().driver().filter(OVERLAY::equals).isPresent();
        if (overlay && !there.options().attachable()) {
            found.add(new Lack.Attachable(wanted.name(), wanted.external()));
        }
    }

    private void made(Network wanted, String driver) {
        if (wanted.options().enableIpv6() && choosesNoIpv6(wanted)) {
            found.add(new Lack.Ipv6Subnet(wanted.name()));
        }
        EngineInfo.Networking networking = engine.networking();
        if (networking.lacks(driver) && !used(driver)) {
            found.add(new Lack.Driver(wanted.name(), driver));
        } else if (driver.equals(OVERLAY)) {
            switch (networking.swarm()) {
                case NONE -> found.add(new Lack.Swarm(wanted.name(), false));
                case WORKER -> found.add(new Lack.Swarm(wanted.name(), true));
                case MANAGER -> {
                    if (!wanted.options().attachable()) {
                        found.add(new Lack.Attachable(wanted.name(), false));
                    }
                }
                case UNTOLD -> {}
            }
        }
    }

    /** From 27 on a prefix of the engine's own is among its pools (moby#47853). */
    private boolean choosesNoIpv6(Network wanted) {
        return engine.major() > 0
                && engine.major() < CHOOSES_IPV6
                && !engine.product().podman()
                && wanted.subnets().stream()
                        .flatMap(subnet -> subnet.subnet().stream())
                        .flatMap(range -> Cidr.enclosing(range).stream())
                        .allMatch(Cidr::isIpv4)
                && engine.pools().pools().stream().allMatch(pool -> pool.base().isIpv4());
    }

    /** Plug-ins of the first kind are listed as soon as something uses them (API, GET /info, Plugins). */
    private boolean used(String driver) {
        return state.networks().stream()
                .anyMatch(network ->
                        network.options().driver().filter(driver::equals).isPresent());
    }

    private void images() {
        Predicate<String> built = builtHere();
        Set<String> pulled = new TreeSet<>();
        List<String> pulling = new ArrayList<>();
        for (Service service : started) {
            ImageSource source = service.container().source();
            Optional<String> missing = service.container()
                    .image()
                    .filter(image -> !images.containsKey(image) && !source.built() && !built.test(image));
            boolean never = source.pullPolicy().filter(NEVER_PULLED::contains).isPresent();
            if (missing.isPresent() && never && service.container().copies() > 0) {
                found.add(new Lack.Image(
                        service.key(), missing.get(), source.pullPolicy().get()));
            } else if (missing.isPresent() && !never) {
                pulled.add(missing.get());
                pulling.add(service.key());
            }
        }
        if (!pulled.isEmpty()) {
            found.add(new Lack.Pulls(pulling, List.copyOf(pulled)));
        }
    }

    /**
     * Compose asks the container that is waited for, which has the health check of the image where the files state none
     * (compose v2.40.3, pkg/compose/convergence.go, isServiceHealthy). What is switched off the files tell already, and an engine
     * that is no Docker does not tell of health checks alike. Also a service of which nothing runs waits (seen with 28.5).
     */
    private void waits(Service service) {
        if (engine.product().podman()) {
            return;
        }
        for (Dependency dependency : service.dependsOn()) {
            started.stream()
                    .filter(target -> dependency.refusesWithoutHealth()
                            && target.key().equals(dependency.service())
                            && target.container().copies() > 0
                            && !target.container().healthCheck()
                            && !target.container().contacts().healthTest().equals(Contacts.NO_HEALTH))
                    .flatMap(target -> DriftFacts.reference(files, target).stream())
                    .filter(reference -> Optional.ofNullable(images.get(reference))
                            .filter(image -> !image.healthCheck())
                            .isPresent())
                    .forEach(reference -> found.add(new Lack.Health(service.key(), dependency.service(), reference)));
        }
    }

    /** An image that one service builds is there for the others. */
    private Predicate<String> builtHere() {
        Set<String> made = started.stream()
                .filter(service -> service.container().built())
                .flatMap(service -> service.container().image().stream())
                .collect(Collectors.toSet());
        return made::contains;
    }
}
