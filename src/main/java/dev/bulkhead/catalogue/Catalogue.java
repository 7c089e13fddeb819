package dev.bulkhead.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The well-known images, found by image reference or id. Immutable; {@link CatalogueReader} makes it from files. */
public final class Catalogue {

    private static final Catalogue EMPTY = new Catalogue(List.of(), List.of(), NeedsData.Checked.NONE);

    private final Map<String, CatalogueEntry> byId;
    private final Map<String, CatalogueEntry> byRepository;
    private final Map<String, CatalogueEntry> byName;
    private final List<Publisher> publishers;
    private final NeedsData.Checked needs;

    private Catalogue(List<CatalogueEntry> entries, List<Publisher> publishers, NeedsData.Checked needs) {
        this.needs = needs;
        Map<String, CatalogueEntry> ids = new LinkedHashMap<>();
        Map<String, CatalogueEntry> repositories = new LinkedHashMap<>();
        Map<String, CatalogueEntry> names = new LinkedHashMap<>();
        for (CatalogueEntry entry : entries) {
            ids.putIfAbsent(entry.id(), entry);
            for (ImagePattern pattern : entry.images()) {
                switch (pattern) {
                    case ImagePattern.Repository(String repository) -> repositories.putIfAbsent(repository, entry);
                    case ImagePattern.AnyNamed(String name) -> names.putIfAbsent(name, entry);
                }
            }
        }
        this.byId = Collections.unmodifiableMap(ids);
        this.byRepository = Collections.unmodifiableMap(repositories);
        this.byName = Collections.unmodifiableMap(names);
        this.publishers = List.copyOf(publishers);
    }

    /** Returns a catalogue that knows nothing. */
    public static Catalogue empty() {
        return EMPTY;
    }

    /** Returns a catalogue of these; where two entries claim the same id or repository, the first has it. */
    public static Catalogue of(List<CatalogueEntry> entries, List<Publisher> publishers) {
        return new Catalogue(entries, publishers, NeedsData.Checked.NONE);
    }

    /** Returns the same, which also knows what images need of their host. */
    Catalogue with(NeedsData.Checked known) {
        return new Catalogue(entries(), publishers, known);
    }

    /**
     * Returns what containers of an image need of their host, as far as that is known.
     *
     * @param image image reference as a Compose file states it
     */
    public ImageNeeds needs(String image) {
        String repository =
                ImageReference.parse(image).map(ImageReference::repository).orElse(image);
        return needs.publishers().entrySet().stream()
                .filter(publisher -> repository.startsWith(publisher.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> byImage(image).map(entry -> needs.byId().get(entry.id())))
                .orElse(ImageNeeds.UNKNOWN);
    }

    /** Returns every entry, in file order. */
    public List<CatalogueEntry> entries() {
        return new ArrayList<>(byId.values());
    }

    /** Returns the entry with an id. */
    public Optional<CatalogueEntry> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Returns what is known of an image: by its full repository, else by its path in any registry (a mirror), else
     * by the last element of its path. Tag and digest play no part.
     *
     * @param image image reference as a Compose file states it, such as {@code lscr.io/linuxserver/sonarr:latest}
     */
    public Optional<CatalogueEntry> byImage(String image) {
        return ImageReference.parse(image).flatMap(this::byReference);
    }

    private Optional<CatalogueEntry> byReference(ImageReference image) {
        return Optional.ofNullable(byRepository.get(image.repository()))
                .or(() -> Optional.ofNullable(byRepository.get(image.path())))
                .or(() -> Optional.ofNullable(byName.get(image.name())))
                .map(entry -> asPublished(entry, image));
    }

    /** Returns what is known of an image's secrets, also where only its publisher is known. */
    public Optional<SecretVariables> secrets(String image) {
        return byImage(image)
                .map(CatalogueEntry::secrets)
                .or(() -> ImageReference.parse(image)
                        .flatMap(reference -> publishers.stream()
                                .filter(publisher -> reference.repository().startsWith(publisher.prefix()))
                                .map(publisher -> SecretVariables.NONE.published(publisher.secretFile()))
                                .findFirst()));
    }

    private CatalogueEntry asPublished(CatalogueEntry entry, ImageReference image) {
        return publishers.stream()
                .filter(publisher -> image.repository().startsWith(publisher.prefix()))
                .findFirst()
                .map(publisher -> entry.withSecretFile(publisher.secretFile()))
                .orElse(entry);
    }
}
