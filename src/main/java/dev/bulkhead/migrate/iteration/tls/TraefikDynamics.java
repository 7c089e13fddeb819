package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.YamlFields;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.proxy.traefik.SettingsFileText;
import dev.bulkhead.proxy.traefik.TraefikSettings;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Dynamic files of Traefik with what labels cannot say: the certificate, versions of TLS, the redirect (Traefik documentation,
 * File provider). A folder of dynamic files gets one more; a single file, which excludes a folder, gets lines.
 */
final class TraefikDynamics {

    /** The file where none is yet. */
    static final String FILE = "tls/dynamic/tls.yml";

    /** The file in a folder of others. */
    private static final String BESIDE = "bulkhead-tls.yml";

    private static final String FOLDER = "/tls-dynamic";
    private static final String HEAD = """
            # The certificate, the versions of TLS, and the redirect of everything that comes by HTTP.
            # Traefik reads this file anew when it is saved.
            """;

    private final TraefikSettings settings;
    private final SortedMap<String, String> texts = new TreeMap<>();
    private final List<ProxyFile> files;
    private final String own;

    TraefikDynamics(TraefikSettings settings, List<ProxyFile> files) throws AnswersException {
        this.settings = settings;
        this.files = files.stream().filter(TraefikDynamics::dynamic).toList();
        this.own = own();
    }

    private static boolean dynamic(ProxyFile file) {
        YamlFields root = YamlFields.of(file.name(), file.text());
        return !root.has("entryPoints") && !root.has("providers");
    }

    private String own() throws AnswersException {
        Optional<String> earlier = files.stream()
                .map(ProxyFile::name)
                .filter(name -> name.equals(FILE) || name.endsWith("/" + BESIDE) || name.equals(BESIDE))
                .findFirst();
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (settings.dynamicFolder().isPresent()) {
            String folder = settings.dynamicFolder().get();
            return files.stream()
                    .filter(file -> file.path().startsWith(folder))
                    .findFirst()
                    .map(file -> sibling(file, BESIDE))
                    .orElseThrow(
                            () -> new AnswersException(
                                    "Traefik reads dynamic files in " + folder
                                            + ", and none of the project stands there; mount a folder of the project there with a YAML file."));
        }
        if (settings.dynamicFile().isPresent()) {
            String path = settings.dynamicFile().get();
            return files.stream()
                    .filter(file -> file.path().equals(path))
                    .findFirst()
                    .map(ProxyFile::name)
                    .orElseThrow(() -> new AnswersException("Traefik reads the dynamic file " + path
                            + ", which was not found among its bind mounts; mount it from the project."));
        }
        return FILE;
    }

    private static String sibling(ProxyFile file, String name) {
        return file.name().contains("/") ? file.name().substring(0, file.name().lastIndexOf('/') + 1) + name : name;
    }

    /** Shows a certificate to everybody. */
    void certificate(String certificate, String key) throws AnswersException {
        set(
                own,
                "{certFile: " + certificate + ", keyFile: " + key + "}",
                "tls",
                "stores",
                "default",
                "defaultCertificate");
    }

    /** Says which versions are spoken. */
    void versions(boolean modern) throws AnswersException {
        set(own, modern ? "VersionTLS13" : "VersionTLS12", "tls", "options", "default", "minVersion");
    }

    /** Has browsers come by HTTPS from then on, for half a year. */
    void hsts() throws AnswersException {
        set(own, "{stsSeconds: 15552000}", "http", "middlewares", "hsts", "headers");
    }

    /** Sends what no other router takes to HTTPS. */
    void redirect(String plain, Optional<String> published) throws AnswersException {
        set(own, "[" + plain + "]", "http", "routers", "to-https", "entryPoints");
        set(own, "\"PathPrefix(`/`)\"", "http", "routers", "to-https", "rule");
        set(own, "1", "http", "routers", "to-https", "priority");
        set(own, "[to-https]", "http", "routers", "to-https", "middlewares");
        set(own, "noop@internal", "http", "routers", "to-https", "service");
        set(own, "https", "http", "middlewares", "to-https", "redirectScheme", "scheme");
        set(own, "true", "http", "middlewares", "to-https", "redirectScheme", "permanent");
        Optional<String> port = published.filter(number -> !number.equals("443"));
        if (port.isPresent()) {
            set(own, "\"" + port.get() + "\"", "http", "middlewares", "to-https", "redirectScheme", "port");
        }
    }

    /** Has a router that stands in a file take HTTPS alone, by another rule where one is given. */
    void encrypt(Route route, String secure, Optional<String> resolver, Optional<String> rule) throws AnswersException {
        if (!(route.place() instanceof RoutePlace.InFile(var at))) {
            return;
        }
        for (ProxyFile file : files) {
            for (MappingEntry router : YamlFields.of(file.name(), file.text())
                    .child("http")
                    .child("routers")
                    .entries()) {
                if (router.key().mark().equals(at)) {
                    if (rule.isPresent()) {
                        set(
                                file.name(),
                                "'" + rule.get().replace("'", "''") + "'",
                                "http",
                                "routers",
                                router.name(),
                                "rule");
                    }
                    set(file.name(), "[" + secure + "]", "http", "routers", router.name(), "entryPoints");
                    set(
                            file.name(),
                            resolver.map(name -> "{certResolver: " + name + "}").orElse("{}"),
                            "http",
                            "routers",
                            router.name(),
                            "tls");
                }
            }
        }
    }

    private void set(String name, String value, String... path) throws AnswersException {
        String text = texts.containsKey(name)
                ? texts.get(name)
                : files.stream()
                        .filter(file -> file.name().equals(name))
                        .findFirst()
                        .map(ProxyFile::text)
                        .orElse(HEAD);
        texts.put(
                name,
                SettingsFileText.set(text, List.of(path), value)
                        .orElseThrow(() -> new AnswersException("File " + name + " has no block that "
                                + String.join(".", path) + " can be added to; write its braces as lines first.")));
    }

    /** Returns the edits, with those that make Traefik read a folder where it reads no file yet. */
    List<ProjectEdit> edits(TraefikSettingsEdit statics, Mounts mounts) throws AnswersException {
        List<ProjectEdit> edits = new ArrayList<>();
        texts.forEach((name, text) -> edits.add(new FileEdit.WriteFile(name, text)));
        if (own.equals(FILE)
                && settings.dynamicFolder().isEmpty()
                && settings.dynamicFile().isEmpty()) {
            statics.set(FOLDER, "providers", "file", "directory");
            edits.addAll(mounts.folder("tls/dynamic", FOLDER));
        }
        return edits;
    }
}
