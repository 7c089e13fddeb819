package dev.bulkhead.check.benchmark;

import java.util.List;

/** Rules #0 to #12 of the OWASP Docker Security Cheat Sheet. */
final class OwaspItems {

    static final List<BenchmarkItem> ALL = List.of(
            BenchmarkItem.open(
                    "#0",
                    "Host and engine are kept up to date",
                    "What is installed stands in no file.",
                    "docker version, uname -r, and what the distribution lists"),
            BenchmarkItem.of("#1", "The engine's socket and interface are given to nobody", HostParts::engine),
            BenchmarkItem.of("#2", "Programs run as a user that is not root", Rights::user),
            BenchmarkItem.of("#3", "Only the capabilities that are needed", Rights::dropped),
            BenchmarkItem.of("#4", "No program gains further privileges", Rights::newPrivileges),
            BenchmarkItem.of("#5", "Containers talk over networks made for them", DoorItems::defaultBridge),
            BenchmarkItem.of("#5a", "Published ports are not open past the host's firewall", DoorItems::pastFirewalls),
            BenchmarkItem.of("#6", "Security profiles are not switched off", Rights::anyProfile),
            BenchmarkItem.of("#7", "Memory, processors and processes are limited", LimitItems::resources),
            BenchmarkItem.of("#8", "The root file system is read-only", HostParts::rootDirectory),
            BenchmarkItem.open(
                    "#9",
                    "Images are scanned before they are used",
                    "What a pipeline does before is not in the files of the project.",
                    "the scanner itself, for instance trivy image IMAGE"),
            BenchmarkItem.open(
                    "#10",
                    "The engine logs at level info",
                    "The engine's settings are not in the files of the project.",
                    "grep log-level /etc/docker/daemon.json (nothing means info)"),
            BenchmarkItem.open(
                    "#11",
                    "The engine runs without root",
                    "How the engine runs stands in no file of the project.",
                    "docker info --format '{{.SecurityOptions}}' (name=rootless)"),
            BenchmarkItem.of("#12", "Secrets are handed over as secrets", Images::secrets));

    private OwaspItems() {}
}
