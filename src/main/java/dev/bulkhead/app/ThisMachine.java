package dev.bulkhead.app;

import dev.bulkhead.files.FileTree;
import dev.bulkhead.surroundings.host.EngineHost;
import dev.bulkhead.surroundings.host.HostRoutes;
import dev.bulkhead.surroundings.host.InstalledPrograms;
import dev.bulkhead.surroundings.host.MachineFirewall;
import dev.bulkhead.surroundings.host.MachineReadings;
import dev.bulkhead.surroundings.host.MachineSettings;
import dev.bulkhead.surroundings.host.ProxyProcesses;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** This machine as the host of an engine, the same one for commands and window. */
final class ThisMachine {

    /** Nobody tells of changed packet rules; so long a window may judge by older ones. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final HostRoutes routes;
    private final MachineReadings readings;

    ThisMachine(FileTree files, Map<String, String> environment) {
        this.routes = new HostRoutes(files);
        this.readings = MachineReadings.anew(
                new MachineFirewall(files, new InstalledPrograms(environment.getOrDefault("PATH", ""))),
                new ProxyProcesses(Path.of("/proc")));
    }

    /** Returns it for a command, which asks once. */
    EngineHost asked() {
        return new EngineHost(routes, new MachineSettings(readings));
    }

    /** Returns it for a window, which asks again after every edit. */
    EngineHost watched(InstantSource clock) {
        return new EngineHost(routes, new MachineSettings(readings.keptFor(KEPT, clock)));
    }
}
