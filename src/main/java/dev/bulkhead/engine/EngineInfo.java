package dev.bulkhead.engine;

import dev.bulkhead.address.EnginePools;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Name and versions of the engine that answers.
 *
 * @param name what the operator calls it, as {@link Product} has it
 * @param version the engine's version, for instance {@code 28.5.2}
 * @param apiVersion the API version agreed on, for instance {@code 1.51}
 * @param address where it was reached
 * @param firewall what it writes its packet rules with, in its own words; engines before 28.1 do not tell
 * @param pools what it gives networks that state no subnet
 * @param users how its machine knows the users of its containers
 * @param networking what it tells of its networks
 */
public record EngineInfo(
        String name,
        String version,
        String apiVersion,
        String address,
        Optional<String> firewall,
        EnginePools pools,
        ContainerUsers users,
        Networking networking) {

    /** Where the practice engine is reached. */
    public static final String PRACTICE = "practice";

    /** An engine that does not tell what it writes its packet rules with. */
    public EngineInfo(String name, String version, String apiVersion, String address) {
        this(name, version, apiVersion, address, Optional.empty(), EnginePools.DEFAULT, ContainerUsers.SAME);
    }

    /** An engine that tells nothing of its networks. */
    public EngineInfo(
            String name,
            String version,
            String apiVersion,
            String address,
            Optional<String> firewall,
            EnginePools pools,
            ContainerUsers users) {
        this(name, version, apiVersion, address, firewall, pools, users, Networking.UNTOLD);
    }

    /**
     * What an engine tells of its networks.
     *
     * @param forwards whether its host forwards IPv4 packets; empty where it does not tell
     * @param drivers names of the drivers that it has; empty where it does not tell
     * @param swarm what it is in a Swarm
     */
    public record Networking(Optional<Boolean> forwards, Set<String> drivers, Swarm swarm) {

        /** Nothing is told. */
        public static final Networking UNTOLD = new Networking(Optional.empty(), Set.of(), Swarm.UNTOLD);

        public Networking {
            drivers = Set.copyOf(drivers);
        }

        /** Returns whether a driver is certainly not there; one of a plug-in may be named without its tag. */
        public boolean lacks(String driver) {
            return !drivers.isEmpty() && !drivers.contains(driver) && !drivers.contains(driver + ":latest");
        }
    }

    /** What an engine is in a Swarm: networks of a Swarm are made by its managers only. */
    public enum Swarm {
        UNTOLD,
        NONE,
        WORKER,
        MANAGER
    }

    /** Returns the number before the first dot of its version, 28 of 28.5.2; 0 when it has none. */
    public int major() {
        String number = version.split("\\.", 2)[0];
        return number.chars().allMatch(Character::isDigit) && !number.isEmpty() ? Integer.parseInt(number) : 0;
    }

    /** Returns whether an endpoint can have a priority as default gateway (API 1.48, engine 28). */
    public boolean gatewayPriority() {
        String[] parts = apiVersion.split("\\.", 2);
        int minor = parts.length == 2 ? Integer.parseInt(parts[1]) : 0;
        return Integer.parseInt(parts[0]) > 1 || minor >= 48;
    }

    /** Returns whether it is the practice engine, so that no real container is touched. */
    public boolean practice() {
        return address.equals(PRACTICE);
    }

    /** Returns which product it is. */
    public Product product() {
        return Product.of(name);
    }

    /** Returns whether it was reached by a socket of this machine, so that its published ports and the files are here. */
    public boolean onThisMachine() {
        return address.startsWith("unix:") || address.startsWith("npipe:");
    }

    /** Returns whether its routes are this machine's. */
    public boolean routesHere() {
        return onThisMachine() && !product().virtual();
    }

    /**
     * Returns what is different with it from an engine that root runs on the machine itself, which everything else here is
     * said of; as sentences.
     */
    public List<String> particulars() {
        List<String> sentences = new ArrayList<>();
        if (product().virtual()) {
            sentences.add("The engine runs in " + product().machine
                    + ": routes, sockets, packet rules and the addresses of containers are that machine's, and not known"
                    + " here; only published ports are on this one.");
        }
        if (users.kind() == ContainerUsers.Kind.ROOTLESS) {
            sentences.add(
                    "The engine runs without root: its networks, and the host network of its containers, are in a"
                            + " namespace of their own, so that this machine reaches containers at published ports only, ports below"
                            + " 1024 need a permission (net.ipv4.ip_unprivileged_port_start), and containers do not see who calls.");
        }
        if (product().podman()) {
            sentences.add(
                    "The engine is Podman, which answers as Docker does but builds its networks in its own way: what is"
                            + " said here of who reaches whom was seen on Docker and not all of it on Podman.");
        }
        return sentences;
    }

    /** Product that an engine is, as far as it decides what holds of the machine that the engine is reached on. */
    public enum Product {
        /** Docker, on the machine itself or one that is reached over TCP or ssh. */
        DOCKER("Docker", ""),
        /** Docker Desktop, whose engine runs in a virtual machine. */
        DESKTOP("Docker Desktop", "Docker Desktop's virtual machine"),
        /** Docker in a virtual machine that some other program keeps, as on macOS. */
        DOCKER_MACHINE("Docker in a virtual machine", "a virtual machine"),
        /** Podman, which answers as Docker does. */
        PODMAN("Podman", ""),
        /** Podman in the virtual machine of {@code podman machine}. */
        PODMAN_MACHINE("Podman in a virtual machine", "a virtual machine"),
        /** The engine in memory. */
        PRACTICE("Practice engine", "");

        private final String shown;
        private final String machine;

        Product(String shown, String machine) {
            this.shown = shown;
            this.machine = machine;
        }

        /** Returns the product of a name; one that is not known is taken for Docker's. */
        public static Product of(String name) {
            return Arrays.stream(values())
                    .filter(product -> product.shown.equals(name))
                    .findFirst()
                    .orElse(DOCKER);
        }

        /** Returns what the operator calls it. */
        public String shown() {
            return shown;
        }

        /** Returns whether its routes, sockets and packet rules are those of a virtual machine. */
        public boolean virtual() {
            return !machine.isEmpty();
        }

        /** Returns whether it is Podman. */
        public boolean podman() {
            return this == PODMAN || this == PODMAN_MACHINE;
        }
    }
}
