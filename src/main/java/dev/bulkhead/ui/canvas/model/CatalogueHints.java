package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.catalogue.CatalogueEntry;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.topology.Service;
import java.util.Optional;

/** Hints to images from the catalogue. */
public final class CatalogueHints implements ServiceHints {

    private final Catalogue catalogue;

    /** Looks images up in a catalogue. */
    public CatalogueHints(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Hint of(Service service) {
        return service.container()
                .image()
                .flatMap(catalogue::byImage)
                .map(CatalogueHints::hint)
                .orElse(Hint.NONE);
    }

    private static Hint hint(CatalogueEntry entry) {
        return new Hint(
                entry.name(), Optional.of(entry.appearance().ikonliLiteral()), Optional.of(Tint.of(entry.tier())));
    }
}
