package dev.bulkhead.compose.patch.network;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.FieldPlace;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.place.ServiceSite;
import dev.bulkhead.compose.patch.place.SharedFields;
import dev.bulkhead.compose.patch.text.NodeCopies;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Networks of services that take over the text of another one ({@code <<: *web}, {@code worker: *web}): they keep theirs
 * while those of the other one change, by stating them themselves.
 */
final class KeptNetworks {

    private static final String NETWORKS = "networks";

    private final ProjectSources text;
    private final Service changed;
    private final List<ServiceSite> heirs;

    KeptNetworks(ProjectSources text, Service changed) {
        this.text = text;
        this.changed = changed;
        List<ServiceSite> changing = text.services(changed.key());
        this.heirs = text.allServices().stream()
                .filter(site -> !site.key().equals(changed.key()))
                .filter(site -> changing.stream().anyMatch(of -> takesOver(site, of)))
                .filter(site -> site.field(NETWORKS).map(place -> !place.own()).orElse(true))
                .toList();
    }

    private static boolean takesOver(ServiceSite site, ServiceSite of) {
        return site.file().name().equals(of.file().name())
                && of.entry().value() instanceof MappingNode body
                && reads(site.entry().value(), body);
    }

    private static boolean reads(YamlNode node, MappingNode body) {
        return node.resolved() instanceof MappingNode map
                && (map.start() == body.start()
                        || ServiceSite.sources(map).stream().anyMatch(source -> reads(source, body)));
    }

    /** Returns attempts as they are, then each with the others keeping their networks. */
    List<Draft.Attempt> after(List<Draft.Attempt> attempts) {
        List<Draft.Attempt> all = new ArrayList<>(attempts);
        if (!heirs.isEmpty()) {
            attempts.forEach(attempt -> all.add(
                    () -> attempt.draft().and(Draft.all(heirs, this::keep)).noting(note())));
        }
        return all;
    }

    private Draft keep(ServiceSite site) throws EditRejectedException {
        Optional<FieldPlace> inherited = site.field(NETWORKS);
        if (inherited.isPresent()) {
            return SharedFields.put(
                    site, NETWORKS, NodeCopies.copy(inherited.get().value()));
        }
        Optional<Service> heir = text.project().topology().service(site.key());
        return heir.isPresent() && heir.get().networkMode() instanceof NetworkMode.Networks
                ? SharedFields.put(
                        site, NETWORKS, MembershipEntries.of(heir.get().attachments()))
                : Draft.EMPTY;
    }

    private String note() {
        return heirs.stream().map(ServiceSite::key).distinct().collect(Collectors.joining(", ")) + " "
                + (heirs.size() == 1 ? "takes" : "take") + " over the text of service " + changed.key()
                + " and " + (heirs.size() == 1 ? "states its" : "state their") + " networks now.";
    }
}
