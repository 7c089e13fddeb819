package dev.bulkhead.migrate.iteration.monitoring;

import dev.bulkhead.catalogue.CatalogueEntry;
import dev.bulkhead.catalogue.Listening;
import dev.bulkhead.compose.yaml.YamlFields;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.iteration.ProposalInput;
import dev.bulkhead.migrate.iteration.evidence.ServiceProfile;
import dev.bulkhead.scrape.ScrapeTarget;
import dev.bulkhead.scrape.Scrapes.ScrapeFile;
import dev.bulkhead.topology.NetworkMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Inventory of what watches a project already, and of what its services would tell. */
final class MonitoringInventory {

    static final String LOKI = "loki";
    static final String GRAFANA = "grafana";
    static final String PROMETHEUS = "prometheus";
    static final String ALERTMANAGER = "alertmanager";
    /** Ids of the catalogue by which collectors of logs are known. */
    private static final List<String> LOG_COLLECTORS = List.of("alloy", "promtail", "fluent-bit", "vector");

    private static final List<String> COLLECTORS = List.of(PROMETHEUS, "victoriametrics");

    private final ProposalInput input;

    MonitoringInventory(ProposalInput input) {
        this.input = input;
    }

    ProposalInput input() {
        return input;
    }

    /** Returns the services of an entry of the catalogue. */
    List<ServiceProfile> of(String id) {
        return input.evidence().profiles().stream()
                .filter(profile -> profile.known().map(CatalogueEntry::id).equals(Optional.of(id)))
                .toList();
    }

    Optional<ServiceProfile> first(String id) {
        return of(id).stream().findFirst();
    }

    /** Returns the services that collect logs. */
    List<ServiceProfile> logCollectors() {
        return LOG_COLLECTORS.stream().flatMap(id -> of(id).stream()).toList();
    }

    /** Returns the service that fetches measurements, if there is one. */
    Optional<ServiceProfile> collector() {
        return COLLECTORS.stream().flatMap(id -> of(id).stream()).findFirst();
    }

    /** Returns the configuration of the collector, if it is a file of the project. */
    Optional<ScrapeFile> collectorFile() {
        return collector()
                .flatMap(service -> input.project().settings().scrapes().files().stream()
                        .filter(file -> file.collector().equals(service.key()))
                        .findFirst());
    }

    /** Returns the names of the jobs in a collector's configuration. */
    static Set<String> jobs(String text) {
        Set<String> names = new TreeSet<>();
        YamlFields.of("prometheus.yml", text).child("scrape_configs").items().stream()
                .flatMap(job -> job.child("job_name").text().stream())
                .forEach(names::add);
        return names;
    }

    /**
     * What a service tells, and who asks it.
     *
     * @param service the service
     * @param host the name by which the collector finds it: that of the owner of its network namespace
     * @param metrics what it offers
     * @param runs whether it has a container that could be asked
     */
    record Teller(String service, String host, Listening.Metrics metrics, boolean runs) {}

    /** Returns the services that offer measurements which nobody fetches yet; the collector asks itself. */
    List<Teller> unasked() {
        List<Teller> tellers = new ArrayList<>();
        Optional<String> collector = collector().map(ServiceProfile::key);
        for (ServiceProfile profile : input.evidence().profiles()) {
            Optional<Listening.Metrics> metrics =
                    profile.known().flatMap(entry -> entry.listening().metrics());
            String owner = input.evidence().namespaceOwner(profile.key());
            boolean networked = input.project()
                    .topology()
                    .service(owner)
                    .filter(service -> service.networkMode() instanceof NetworkMode.Networks)
                    .isPresent();
            boolean asked = metrics.isPresent()
                    && input.project().settings().scrapes().targets().stream()
                            .filter(ScrapeTarget::fetched)
                            .anyMatch(target -> target.port() == metrics.get().port()
                                    && (target.host().equals(owner)
                                            || target.host().equals(profile.key())));
            if (metrics.isPresent() && networked && !asked && !collector.equals(Optional.of(profile.key()))) {
                boolean runs =
                        input
                                .project()
                                .observed()
                                .containers(input.project().topology().project(), profile.key())
                                .stream()
                                .anyMatch(
                                        container -> container.status().state() == ObservedContainer.RunState.RUNNING);
                tellers.add(new Teller(profile.key(), owner, metrics.get(), runs));
            }
        }
        return tellers;
    }
}
