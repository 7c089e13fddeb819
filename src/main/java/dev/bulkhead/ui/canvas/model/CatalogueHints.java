package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.catalogue.CatalogueEntry;
import dev.bulkhead.catalogue.Tier;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.topology.Service;
import java.util.Optional;

/** Knows what the catalogue knows. */
public final class CatalogueHints implements ServiceHints {

    private final Catalogue catalogue;

    /** Looks images up in a catalogue. */
    public CatalogueHints(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public ServiceHint of(Service service) {
        return service.container()
                .image()
                .flatMap(catalogue::byImage)
                .map(CatalogueHints::hint)
                .orElse(ServiceHint.NONE);
    }

    private static ServiceHint hint(CatalogueEntry entry) {
        return new ServiceHint(
                entry.name(), Optional.of(entry.appearance().ikonliLiteral()), Optional.of(tint(entry.tier())));
    }

    /** Returns the colour family of a tier. */
    public static Tint tint(Tier tier) {
        return switch (tier) {
            case DMZ -> Tint.DMZ;
            case FRONTEND -> Tint.FRONTEND;
            case BACKEND -> Tint.BACKEND;
            case DOWNLOAD -> Tint.DOWNLOAD;
            case MGMT -> Tint.MGMT;
            case SECURITY -> Tint.SECURITY;
            case DATA -> Tint.DATA;
        };
    }
}
