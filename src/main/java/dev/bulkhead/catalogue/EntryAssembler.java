package dev.bulkhead.catalogue;

import dev.bulkhead.catalogue.EntryData.FlowData;
import dev.bulkhead.catalogue.EntryData.Located;
import dev.bulkhead.catalogue.EntryData.MetricsData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Assembler of entries out of what the YAML states; looks at all of them together, since flows name other entries. */
final class EntryAssembler {

    private static final Pattern READER = Pattern.compile("[0-9]{1,9}:[0-9]{1,9}");

    private static final int MAX_PORT = 65_535;

    private final Map<String, Located> byId = new LinkedHashMap<>();

    /**
     * Returns the entries in order.
     *
     * @throws CatalogueException if a statement is missing, unknown or stands twice
     */
    List<CatalogueEntry> assemble(List<Located> stated) throws CatalogueException {
        for (Located entry : stated) {
            Located other = byId.putIfAbsent(required(entry, "id", entry.data().id()), entry);
            if (other != null) {
                throw wrong(entry, "the id is taken already at " + other.at() + "; give this entry another");
            }
        }
        rejectSharedPatterns(stated);
        List<CatalogueEntry> entries = new ArrayList<>();
        for (Located entry : stated) {
            entries.add(assemble(entry));
        }
        return entries;
    }

    private CatalogueEntry assemble(Located entry) throws CatalogueException {
        EntryData data = entry.data();
        return new CatalogueEntry(
                required(entry, "id", data.id()),
                new Appearance(required(entry, "name", data.name()), required(entry, "icon", data.icon())),
                EntryData.orNone(data.images()).stream()
                        .map(ImagePattern::parse)
                        .toList(),
                placement(entry),
                listening(entry),
                new Traffic(Optional.ofNullable(data.internet()), flows(entry), machines(entry)),
                secrets(entry));
    }

    private void rejectSharedPatterns(List<Located> stated) throws CatalogueException {
        Map<String, Located> owners = new HashMap<>();
        for (Located entry : stated) {
            List<String> images = EntryData.orNone(entry.data().images());
            if (images.isEmpty()) {
                throw wrong(entry, "images are missing; name at least one repository");
            }
            for (String image : images) {
                Located other = owners.putIfAbsent(image, entry);
                if (other != null) {
                    throw wrong(entry, "the image '" + image + "' is claimed already at " + other.at());
                }
            }
        }
    }

    private static Placement placement(Located entry) throws CatalogueException {
        EntryData data = entry.data();
        List<ImageTier> also = new ArrayList<>();
        for (String tier : EntryData.orNone(data.also())) {
            also.add(known(entry, "tier", tier, ImageTier::parse));
        }
        return new Placement(
                known(entry, "tier", data.tier(), ImageTier::parse),
                also,
                known(entry, "role", data.role(), Role::parse));
    }

    private static Listening listening(Located entry) throws CatalogueException {
        EntryData data = entry.data();
        Optional<Integer> webPort = Optional.ofNullable(data.webPort());
        List<Integer> others = EntryData.orNone(data.ports());
        if (webPort.isPresent()) {
            checkPort(entry, webPort.get());
        }
        for (int port : others) {
            checkPort(entry, port);
        }
        return new Listening(webPort, others, Optional.ofNullable(data.healthCheck()), metrics(entry));
    }

    private static Optional<Listening.Metrics> metrics(Located entry) throws CatalogueException {
        MetricsData stated = entry.data().metrics();
        if (stated == null) {
            return Optional.empty();
        }
        if (stated.port() == null) {
            throw wrong(entry, "metrics have no port; state the one they are fetched from");
        }
        checkPort(entry, stated.port());
        String path = stated.path() == null ? "/metrics" : stated.path();
        if (!path.startsWith("/")) {
            throw wrong(entry, "the path of metrics is '" + path + "'; begin it with a slash");
        }
        return Optional.of(new Listening.Metrics(stated.port(), path, Optional.ofNullable(stated.needs())));
    }

    private List<Integration> flows(Located entry) throws CatalogueException {
        List<Integration> flows = new ArrayList<>();
        for (FlowData flow : EntryData.orNone(entry.data().talksTo())) {
            String target = required(entry, "to", flow.to());
            flows.add(new Integration(target, port(entry, target, flow.port()), required(entry, "why", flow.why())));
        }
        return flows;
    }

    private static Optional<Machines> machines(Located entry) throws CatalogueException {
        EntryData.MachinesData data = entry.data().machines();
        if (data == null) {
            return Optional.empty();
        }
        List<String> paths = EntryData.orNone(data.paths());
        if (paths.isEmpty() || !paths.stream().allMatch(path -> path.startsWith("/"))) {
            throw wrong(entry, "the paths of machines have to be there and begin with /");
        }
        return Optional.of(new Machines(paths, required(entry, "who", data.who()), required(entry, "by", data.by())));
    }

    private int port(Located entry, String target, @Nullable Integer stated) throws CatalogueException {
        Located other = byId.get(target);
        if (other == null) {
            throw wrong(entry, "talks to '" + target + "', which is no entry's id");
        }
        if (stated != null) {
            checkPort(entry, stated);
            return stated;
        }
        Optional<Integer> main = listening(other).mainPort();
        if (main.isEmpty()) {
            throw wrong(entry, "talks to '" + target + "', which has no port; state one");
        }
        return main.get();
    }

    private static SecretVariables secrets(Located entry) throws CatalogueException {
        Optional<String> template = Optional.ofNullable(entry.data().secretFile());
        if (template.isPresent() && !template.get().contains("*")) {
            throw wrong(entry, "secret-file has to contain * where the variable's name goes, such as *_FILE");
        }
        Optional<String> reader = Optional.ofNullable(entry.data().secretReader());
        if (reader.isPresent() && !READER.matcher(reader.get()).matches()) {
            throw wrong(entry, "secret-reader has to be the numbers of user and group, such as 472:0");
        }
        return new SecretVariables(
                EntryData.orNone(entry.data().secrets()),
                template.map(text -> new SecretVariables.FileWay(
                        text, Optional.ofNullable(entry.data().secretPath()), false)),
                reader,
                EntryData.orNone(entry.data().secretLasting()),
                Optional.ofNullable(entry.data().secretRenew()),
                Optional.ofNullable(entry.data().secretByHand()));
    }

    private static void checkPort(Located entry, int port) throws CatalogueException {
        if (port < 1 || port > MAX_PORT) {
            throw wrong(entry, "port " + port + " is not between 1 and " + MAX_PORT);
        }
    }

    private static String required(Located entry, String field, @Nullable String value) throws CatalogueException {
        if (value == null || value.isBlank()) {
            throw wrong(entry, "'" + field + "' is missing");
        }
        return value;
    }

    private static <T> T known(
            Located entry, String field, @Nullable String value, Function<String, Optional<T>> parser)
            throws CatalogueException {
        String text = required(entry, field, value);
        Optional<T> parsed = parser.apply(text);
        if (parsed.isEmpty()) {
            throw wrong(entry, "'" + text + "' is not a " + field + " Bulkhead knows");
        }
        return parsed.get();
    }

    private static CatalogueException wrong(Located entry, String what) {
        String id = entry.data().id();
        return new CatalogueException(entry.at() + ": " + (id == null || id.isBlank() ? "" : id + ": ") + what);
    }
}
