package dev.bulkhead.check.benchmark;

import java.util.List;

/**
 * Items of the CIS Docker Benchmark 1.7.0 that a project can be asked about: all of section 5, and of section 4 those to which
 * its files say something. Section 2 is about the engine's own settings, which no file of a project holds.
 *
 * <p>The numbers are those of docker-bench-security (tests/5_container_runtime.sh, tests/4_container_images.sh), too.
 */
final class CisItems {

    private static final String EXEC = "Who runs docker exec, and how, is no matter of files.";

    static final List<BenchmarkItem> ALL = List.of(
            BenchmarkItem.of("4.1", "Programs do not run as root", Rights::user),
            BenchmarkItem.of("4.10", "No secrets in what images are built from", Images::buildSecrets),
            BenchmarkItem.open(
                    "5.1",
                    "Swarm mode is off where it is not needed",
                    "The engine's mode stands in no file.",
                    "docker info --format '{{.Swarm.LocalNodeState}}'"),
            BenchmarkItem.of(
                    "5.2", "An AppArmor profile confines each container, where the host has it", Rights::appArmor),
            BenchmarkItem.of("5.3", "SELinux confines each container, where the host has it", Rights::seLinux),
            BenchmarkItem.of("5.4", "Capabilities are restricted", Rights::added),
            BenchmarkItem.of("5.5", "No container is privileged", Rights::privileged),
            BenchmarkItem.of("5.6", "No sensitive directory of the host is mounted", HostParts::directories),
            BenchmarkItem.of("5.7", "No SSH server runs in a container", DoorItems::shells),
            BenchmarkItem.of("5.8", "No port of the host below 1024 is mapped", DoorItems::low),
            BenchmarkItem.of("5.9", "Only ports that are needed are open", DoorItems::needed),
            BenchmarkItem.of("5.10", "The host's network is not shared", HostParts::network),
            BenchmarkItem.of("5.11", "Memory is limited", LimitItems::memory),
            BenchmarkItem.of("5.12", "Processors are limited or weighted", LimitItems::processors),
            BenchmarkItem.of("5.13", "The root file system is read-only", HostParts::rootDirectory),
            BenchmarkItem.of("5.14", "Published ports name an address of the host", DoorItems::addressed),
            BenchmarkItem.of("5.15", "A container that fails is restarted five times at most", LimitItems::restarts),
            BenchmarkItem.of("5.16", "The host's processes are not shared", HostParts::processes),
            BenchmarkItem.of("5.17", "The host's shared memory is not shared", HostParts::memorySegments),
            BenchmarkItem.of("5.18", "No device of the host is handed over", HostParts::devices),
            BenchmarkItem.of("5.19", "Other ulimits than the engine's are set where needed", LimitItems::openFiles),
            BenchmarkItem.of("5.20", "No mount passes its own mounts on to the host", HostParts::propagation),
            BenchmarkItem.of("5.21", "The host's name is not shared", HostParts::hostname),
            BenchmarkItem.of("5.22", "The seccomp profile is not switched off", Rights::seccomp),
            BenchmarkItem.open(
                    "5.23", "docker exec is not used with --privileged", EXEC, "ausearch -k docker | grep exec"),
            BenchmarkItem.open(
                    "5.24", "docker exec is not used with --user=root", EXEC, "ausearch -k docker | grep exec"),
            BenchmarkItem.of("5.25", "Containers stay in the engine's control group", LimitItems::cgroup),
            BenchmarkItem.of("5.26", "No program gains further privileges", Rights::newPrivileges),
            BenchmarkItem.of("5.27", "Health is checked", Images::health),
            BenchmarkItem.of("5.28", "Images are current", Images::current),
            BenchmarkItem.of("5.29", "The number of processes is limited", LimitItems::processes),
            BenchmarkItem.of("5.30", "The engine's default bridge is not used", DoorItems::defaultBridge),
            BenchmarkItem.of("5.31", "The host's user namespace is not shared", HostParts::users),
            BenchmarkItem.of("5.32", "The engine's socket is in no container", HostParts::socket));

    private CisItems() {}
}
