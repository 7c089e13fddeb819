package dev.bulkhead.surroundings.host;

import dev.bulkhead.engine.observed.ObservedState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Readings of what a machine shows of an engine on it: packet rules and processes. A command reads once; a window judges after
 * every edit, and would start programs each time, so for it what was read is kept for a while.
 */
public final class MachineReadings {

    private final MachineFirewall firewall;
    private final ProxyProcesses proxies;
    private final Duration kept;
    private final InstantSource clock;
    private Optional<Reading> last = Optional.empty();

    private MachineReadings(MachineFirewall firewall, ProxyProcesses proxies, Duration kept, InstantSource clock) {
        this.firewall = firewall;
        this.proxies = proxies;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * What was read at one time.
     *
     * @param when when that was
     * @param rules the packet rules; empty where they cannot be read
     * @param proxy whether the engine's proxy is on; empty where that cannot be seen
     * @param couldSee whether a port was published, without which nothing can be seen of a proxy
     * @param bridged whether the kernel shows packet rules what bridges carry, for IPv4
     * @param bridgedIpv6 the same for IPv6
     * @param listeners who listens on ports of the machine
     */
    record Reading(
            Instant when,
            Optional<MachineFirewall.Reading> rules,
            Optional<Boolean> proxy,
            boolean couldSee,
            boolean bridged,
            boolean bridgedIpv6,
            List<HostListeners.Listener> listeners) {}

    /** Readings that are made anew whenever somebody asks. */
    public static MachineReadings anew(MachineFirewall firewall, ProxyProcesses proxies) {
        return new MachineReadings(firewall, proxies, Duration.ZERO, InstantSource.system());
    }

    /** The same, of which one counts for a while. */
    public MachineReadings keptFor(Duration time, InstantSource tells) {
        return new MachineReadings(firewall, proxies, time, tells);
    }

    /** Forgets what was read: another engine answers, or the same with other settings. */
    synchronized void forget() {
        last = Optional.empty();
    }

    /** Returns what the machine shows; blocks while it is read. */
    synchronized Reading read(ObservedState state, HostRoutes routes) {
        Instant now = clock.instant();
        boolean sees = ProxyProcesses.publishes(state);
        Optional<Reading> known = last.filter(
                        reading -> now.isBefore(reading.when().plus(kept)))
                .filter(reading -> reading.couldSee() || !sees);
        if (known.isPresent()) {
            return known.get();
        }
        Reading read = new Reading(
                now,
                firewall.read(),
                proxies.on(state),
                sees,
                firewall.showsBridged(false),
                firewall.showsBridged(true),
                routes.listeners());
        last = Optional.of(read);
        return read;
    }
}
