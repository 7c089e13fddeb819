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
 * @param onlyServing whether it is a web server that hands nothing on, although its image could
 */
public record ServiceProfile(Service service, Optional<CatalogueEntry> known, boolean onlyServing) {

    static ServiceProfile of(Service service, Catalogue catalogue, boolean onlyServing) {
        return new ServiceProfile(service, service.container().image().flatMap(catalogue::byImage), onlyServing);
    }

    /** Returns what it does in the stack, as far as the catalogue and its settings tell. */
    public Optional<Role> role() {
        return known.map(entry -> onlyServing ? Role.APP : entry.role());
    }

    /** Returns the service's key. */
    public String key() {
        return service.key();
    }

    /** Returns whether the service does this, as far as the catalogue and its settings tell. */
    public boolean does(Role role) {
        return role().filter(role::equals).isPresent();
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
