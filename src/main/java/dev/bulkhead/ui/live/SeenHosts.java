package dev.bulkhead.ui.live;

import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.hosts.HostView;
import dev.bulkhead.engine.hosts.ObservedHosts;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.ui.canvas.model.ServiceState;
import dev.bulkhead.ui.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Hosts as the window knows them at a moment; none where one engine is watched, or no engine.
 *
 * @param hosts how each was heard last
 * @param since host to the moment since when it does not answer
 * @param last host that does not answer to what it had before; empty of one that was never heard
 */
public record SeenHosts(ObservedHosts hosts, Map<String, Instant> since, Map<String, ObservedState> last) {

    /** No several hosts. */
    public static final SeenHosts NONE = new SeenHosts(new ObservedHosts(List.of()), Map.of(), Map.of());

    public SeenHosts {
        since = Map.copyOf(since);
        last = Map.copyOf(last);
    }

    /** Returns whether several hosts are watched. */
    public boolean any() {
        return !hosts.views().isEmpty();
    }

    /** Returns the hosts that are known to have containers of a service now. */
    public SortedSet<String> on(String project, String service) {
        return hosts.of(project, service);
    }

    /** Returns the hosts that had containers of a service when they were heard last, and do not answer now. */
    public SortedSet<String> lastOn(String project, String service) {
        SortedSet<String> found = new TreeSet<>();
        last.forEach((host, state) -> {
            if (!state.containers(project, service).isEmpty()) {
                found.add(host);
            }
        });
        return found;
    }

    /** Returns whether it is not known whether a service runs: on no host that answers, and one does not. */
    public boolean unknown(String project, String service) {
        return !hosts.silent().isEmpty() && on(project, service).isEmpty();
    }

    /** Returns where a service runs, in a few words; empty where there are no several hosts, or where it runs on none. */
    public Optional<String> words(String project, String service) {
        SortedSet<String> on = on(project, service);
        SortedSet<String> before = lastOn(project, service);
        List<String> said = new ArrayList<>();
        if (!on.isEmpty()) {
            said.add(Words.of("seenhosts.on", together(on)));
        }
        if (!before.isEmpty()) {
            String hosts = together(before);
            boolean one = before.size() == 1;
            if (on.isEmpty()) {
                said.add(one ? Words.of("seenhosts.on-silent-one", hosts) : Words.of("seenhosts.on-silent", hosts));
            } else {
                said.add(
                        one
                                ? Words.of("seenhosts.was-on-silent-one", hosts)
                                : Words.of("seenhosts.was-on-silent", hosts));
            }
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", said));
    }

    private static String together(Collection<String> hosts) {
        return String.join(" " + Words.of("seenhosts.and") + " ", hosts);
    }

    private Optional<String> names(String project, String service) {
        SortedSet<String> on = on(project, service);
        SortedSet<String> named = on.isEmpty() ? lastOn(project, service) : on;
        return named.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", named));
    }

    /**
     * Returns a service's state with where it runs.
     *
     * @param live how its containers are as they were heard last; empty where none were
     */
    public Optional<ServiceState> state(String project, String service, Optional<ServiceState> live) {
        if (!any()) {
            return live;
        }
        String where = words(project, service).map(words -> " · " + words).orElse("");
        if (live.isPresent()) {
            ServiceState known = unknown(project, service) ? live.get().lastKnown() : live.get();
            return Optional.of(new ServiceState(known.health(), known.words() + where, names(project, service)));
        }
        List<String> silent = hosts.silent().stream().map(HostView.Silent::host).toList();
        return silent.isEmpty()
                ? live
                : Optional.of(new ServiceState(
                        ServiceState.Health.UNKNOWN,
                        silent.size() == 1
                                ? Words.of("seenhosts.does-not-answer", silent.getFirst())
                                : Words.of("seenhosts.do-not-answer", together(silent)),
                        Optional.of(String.join(" " + Words.of("seenhosts.or") + " ", silent))));
    }

    /**
     * What of several hosts decides findings and reach.
     *
     * @param silent those that do not answer, and why
     * @param answered those that do
     * @param services host to the services of the project that it has
     * @param networks host to its networks
     */
    public record Deciding(
            List<HostView.Silent> silent,
            List<EngineInfo> answered,
            Map<String, SortedSet<String>> services,
            Map<String, List<ObservedNetwork>> networks) {}

    /** Returns what decides findings and reach of a project. */
    public Deciding deciding(String project) {
        SortedMap<String, SortedSet<String>> services = new TreeMap<>();
        SortedMap<String, List<ObservedNetwork>> networks = new TreeMap<>();
        for (HostView.Answered view : hosts.answered()) {
            SortedSet<String> here = view.state().containers().stream()
                    .filter(container -> container.project().equals(Optional.of(project)))
                    .flatMap(container -> container.service().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            services.put(view.host(), here);
            networks.put(view.host(), view.state().networks());
        }
        return new Deciding(
                hosts.silent(),
                hosts.answered().stream().map(HostView.Answered::info).toList(),
                services,
                networks);
    }
}
