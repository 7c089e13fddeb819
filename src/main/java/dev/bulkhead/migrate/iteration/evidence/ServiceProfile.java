package dev.bulkhead.migrate.iteration.evidence;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.catalogue.CatalogueEntry;
import dev.bulkhead.catalogue.Role;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import java.util.Optional;

/**
 * Profile of a service: the service, and what the catalogue knows of its image.
 *
 * @param service the service
 * @param known the catalogue's entry, if it has one
 */
public record ServiceProfile(Service service, Optional<CatalogueEntry> known) {

    static ServiceProfile of(Service service, Catalogue catalogue) {
        return new ServiceProfile(service, service.container().image().flatMap(catalogue::byImage));
    }

    /** Returns the service's key. */
    public String key() {
        return service.key();
    }

    /** Returns whether the service does this, as far as the catalogue knows. */
    public boolean does(Role role) {
        return known.map(entry -> entry.role() == role).orElse(false);
    }

    /** Returns whether the service can join networks. */
    public boolean attachable() {
        return service.networkMode() instanceof NetworkMode.Networks;
    }

    /** Returns the TCP port that others call it on: the catalogue's main one, else the first it publishes. */
    public Optional<Integer> mainPort() {
        Optional<Integer> published = service.ports().stream()
                .filter(port -> port.protocol() == Protocol.TCP)
                .map(PortMapping::target)
                .findFirst();
        return known.flatMap(entry -> entry.listening().mainPort()).or(() -> published);
    }
}
