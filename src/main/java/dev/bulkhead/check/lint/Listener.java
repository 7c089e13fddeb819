package dev.bulkhead.check.lint;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.catalogue.CatalogueEntry;
import dev.bulkhead.catalogue.ImagePattern;
import dev.bulkhead.catalogue.ImageReference;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.SourceMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Service that listens, as far as its image and its variables tell.
 *
 * @param port TCP port of its main program; empty where that is not known
 * @param variable variable that states the port; empty where none does
 * @param further TCP ports that its image may use beside that one; empty where its settings may have moved them
 * @param known what is known of its image
 * @param explains all ports that it is known to use
 */
record Listener(
        Service service,
        Optional<Integer> port,
        Optional<String> variable,
        Set<Integer> further,
        Optional<CatalogueEntry> known,
        Set<Integer> explains) {

    /** Variables that say where a program itself listens, by their whole name or their end. */
    private static final Pattern OWN =
            Pattern.compile("(?i)(.*_)?(web_?ui|web|http|ui|gui|server|listen|app)_?port|port|rocket_port");

    /** Variables that may say so, or speak of somebody else's port. */
    private static final Pattern PERHAPS = Pattern.compile("(?i).*(port|addr|listen|bind).*");

    /** Words of a command that may say so. */
    private static final Pattern IN_COMMAND = Pattern.compile("(?i).*(port|listen|addr|bind|:[0-9]{2,5}).*|-p[0-9]*");

    /** The first port that needs no rights; below are those of well-known protocols. */
    private static final int FIRST_FREE = 1024;

    private static final Pattern NUMBER = Pattern.compile("(?:.*[^0-9])?([0-9]{1,5})/?");

    Listener {
        further = Set.copyOf(further);
        explains = Set.copyOf(explains);
    }

    /** Looks at a service. */
    static Listener of(Service service, Catalogue catalogue) {
        Optional<CatalogueEntry> known = service.container().image().flatMap(catalogue::byImage);
        Optional<Integer> usual = known.flatMap(entry -> entry.listening().mainPort());
        Set<Integer> explains = new HashSet<>();
        known.ifPresent(entry -> {
            explains.addAll(entry.listening().otherPorts());
            entry.listening().webPort().ifPresent(explains::add);
        });
        Map<String, String> variables = service.container().environment();
        variables.forEach((name, value) -> {
            if (PERHAPS.matcher(name).matches()) {
                number(value).ifPresent(explains::add);
            }
        });
        List<String> own = variables.keySet().stream()
                .filter(name -> OWN.matcher(name).matches())
                .sorted()
                .toList();
        if (own.size() == 1) {
            return new Listener(
                    service,
                    number(variables.getOrDefault(own.getFirst(), "")),
                    Optional.of(own.getFirst()),
                    Set.of(),
                    known,
                    explains);
        }
        boolean uncertain = !own.isEmpty()
                || variables.keySet().stream()
                        .anyMatch(name -> PERHAPS.matcher(name).matches())
                || service.container().command().stream()
                        .anyMatch(word -> IN_COMMAND.matcher(word).matches());
        if (uncertain) {
            return new Listener(service, Optional.empty(), Optional.empty(), Set.of(), known, explains);
        }
        // What is beyond these, most images that are known by it do not open unasked.
        Set<Integer> further = new HashSet<>(explains);
        further.removeIf(port -> port >= FIRST_FREE);
        usual.ifPresent(further::remove);
        return new Listener(service, usual, Optional.empty(), further, known, explains);
    }

    /**
     * Returns whether it is its image alone that says where it listens: the one that its entry is about, no variable does, no command or
     * program of the file's own, and nothing is mounted that could hold settings.
     */
    boolean byImageAlone(SourceMap sources) {
        return variable.isEmpty()
                && isUsualImage()
                && service.container().command().isEmpty()
                && service.container().contacts().entrypoint().isEmpty()
                && Stream.of("volumes", "volumes_from", "configs", "secrets", "env_file")
                        .allMatch(field -> sources.of(at(field)).isEmpty());
    }

    /** Images that are only called like a known one may listen elsewhere, and those for users without rights do. */
    private boolean isUsualImage() {
        Optional<String> repository = service.container()
                .image()
                .flatMap(ImageReference::parse)
                .map(ImageReference::repository)
                .filter(name -> !name.endsWith("-unprivileged"));
        return known.stream()
                .flatMap(entry -> entry.images().stream())
                .anyMatch(pattern -> pattern instanceof ImagePattern.Repository(String listed)
                        && repository.equals(Optional.of(listed)));
    }

    /** Returns a field of the service. */
    Element at(String field) {
        return Element.service(service.key()).field(field);
    }

    private static Optional<Integer> number(String value) {
        Matcher matcher = NUMBER.matcher(value.strip());
        return matcher.matches()
                ? Optional.of(Integer.valueOf(matcher.group(1))).filter(port -> port > 0 && port < 65_536)
                : Optional.empty();
    }
}
