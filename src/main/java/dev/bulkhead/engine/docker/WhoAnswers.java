package dev.bulkhead.engine.docker;

import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.api.model.VersionComponent;
import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.EnginePools;
import dev.bulkhead.engine.ContainerUsers;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What answers at an address: which engine, and which versions it speaks.
 *
 * @param version the engine's own version
 * @param most the newest API version that it speaks
 * @param least the oldest one
 * @param podman whether it is Podman
 */
record WhoAnswers(EngineAddress address, String version, ApiVersion most, ApiVersion least, boolean podman) {

    private static final Pattern SHIFTED = Pattern.compile("/([0-9]{1,9})\\.([0-9]{1,9})$");
    private static final String PODMAN = "Podman Engine";
    private static final String DESKTOP = "Docker Desktop";

    /** Its default_subnet_pools (containers/common, pkg/config/default.go), 10.88.0.0/16 being its default network's. */
    private static final EnginePools PODMAN_POOLS =
            new EnginePools(Stream.of("10.89.0.0/16", "10.90.0.0/15", "10.92.0.0/14", "10.96.0.0/11", "10.128.0.0/9")
                    .flatMap(range -> Cidr.enclosing(range).stream())
                    .map(range -> new EnginePools.Pool(range, 24))
                    .toList());

    /**
     * Reads what was answered to the question for versions.
     *
     * @throws EngineException if it is not what an engine answers
     */
    static WhoAnswers of(@Nullable Version told, EngineAddress address) throws EngineException {
        Optional<ApiVersion> most = Optional.ofNullable(told).flatMap(version -> api(version.getApiVersion()));
        if (told == null || most.isEmpty()) {
            throw Faults.noEngine(address, "it does not say which API it speaks");
        }
        List<VersionComponent> parts = Optional.ofNullable(told.getComponents()).orElse(List.of());
        return new WhoAnswers(
                address,
                Optional.ofNullable(told.getVersion()).orElse("of an unknown version"),
                most.get(),
                api(told.getMinAPIVersion()).orElse(new ApiVersion(1, 0)),
                parts.stream().map(VersionComponent::getName).anyMatch(PODMAN::equals));
    }

    private static Optional<ApiVersion> api(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(ApiVersion::tryParse);
    }

    /** Returns the engine, completed by what it tells of itself. */
    EngineInfo info(ApiVersion spoken, @Nullable Info info) throws EngineException {
        if (info == null) {
            throw Faults.noEngine(address, "it says nothing of itself");
        }
        Told told = Told.of(info.getRawValues());
        return new EngineInfo(
                product(told).shown(),
                version,
                spoken.toString(),
                address.url(),
                firewall(told, spoken),
                podman ? PODMAN_POOLS : pools(told),
                users(told),
                networking(told));
    }

    private static EngineInfo.Networking networking(Told told) {
        return new EngineInfo.Networking(
                told.at("IPv4Forwarding")
                        .value()
                        .filter(Boolean.class::isInstance)
                        .map(Boolean.class::cast),
                Set.copyOf(told.at("Plugins").at("Network").words()),
                swarm(told.at("Swarm")));
    }

    private static EngineInfo.Swarm swarm(Told told) {
        return switch (told.at("LocalNodeState").text()) {
            case "" -> EngineInfo.Swarm.UNTOLD;
            case "active" -> told.at("ControlAvailable").truth() ? EngineInfo.Swarm.MANAGER : EngineInfo.Swarm.WORKER;
            default -> EngineInfo.Swarm.NONE; // a locked node, one that waits or failed makes no networks either
        };
    }

    /** On a machine that is not Linux, no engine for Linux containers runs but in a virtual machine. */
    private EngineInfo.Product product(Told told) {
        boolean local = address.url().startsWith("unix:") || address.url().startsWith("npipe:");
        boolean linuxHere =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        boolean apart = local && !linuxHere && text(told, "OSType").equals("linux");
        if (podman) {
            return apart ? EngineInfo.Product.PODMAN_MACHINE : EngineInfo.Product.PODMAN;
        }
        if (text(told, "OperatingSystem").startsWith(DESKTOP)) {
            return EngineInfo.Product.DESKTOP;
        }
        return apart ? EngineInfo.Product.DOCKER_MACHINE : EngineInfo.Product.DOCKER;
    }

    private static String text(Told told, String key) {
        return String.valueOf(told.at(key).value().orElse(""));
    }

    private static Optional<String> firewall(Told told, ApiVersion api) {
        return api.compareTo(ApiVersion.FIREWALL_BACKEND) < 0
                ? Optional.empty()
                : Optional.ofNullable(told.at("FirewallBackend").texts().get("Driver"));
    }

    /** The folder of an engine that shifts users is named after the first of them (moby daemon/daemon_unix.go). */
    private static ContainerUsers users(Told told) {
        String options = text(told, "SecurityOptions");
        if (options.contains("name=rootless")) {
            return ContainerUsers.ROOTLESS;
        }
        Matcher first = SHIFTED.matcher(text(told, "DockerRootDir"));
        return options.contains("name=userns") && first.find()
                ? new ContainerUsers(
                        ContainerUsers.Kind.SHIFTED, Integer.parseInt(first.group(1)), Integer.parseInt(first.group(2)))
                : ContainerUsers.SAME;
    }

    /** Returns the pools that its configuration states, which docker-java does not know, else those that engines have. */
    private static EnginePools pools(Told told) {
        List<EnginePools.Pool> pools = new ArrayList<>();
        // A list of Base and Size.
        if (told.at("DefaultAddressPools").value().orElse(List.of()) instanceof List<?> list) {
            for (Object item : list) {
                pool(item).ifPresent(pools::add);
            }
        }
        return pools.isEmpty() ? EnginePools.DEFAULT : new EnginePools(pools);
    }

    private static Optional<EnginePools.Pool> pool(Object item) {
        return item instanceof Map<?, ?> map && map.get("Size") instanceof Number size
                ? Cidr.enclosing(String.valueOf(map.get("Base")))
                        .filter(base -> size.intValue() >= base.prefixLength())
                        .map(base -> new EnginePools.Pool(base, size.intValue()))
                : Optional.empty();
    }
}
