package dev.bulkhead.migrate.iteration.evidence;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.proxy.ProxyFileReader;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.scrape.ScrapeFileReader;
import dev.bulkhead.scrape.Scrapes;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What tells who calls whom beside the topology: files of services' own, and their health checks.
 *
 * @param proxies files that reverse proxies are told routes by
 * @param scrapes what collectors are told to fetch
 * @param healthChecks service to the command line of its health check, which can hold secrets: never print it
 * @param onlyServing web servers that hand nothing on, although their image could
 * @param mounts what of the project containers find at paths of their own
 * @param text all that the files say; empty where only a part was read
 */
public record SettingsFiles(
        ProxyFiles proxies,
        Scrapes scrapes,
        SortedMap<String, String> healthChecks,
        Set<String> onlyServing,
        List<ProjectMount> mounts,
        Optional<ProjectText> text) {

    /** None was read. */
    public static final SettingsFiles NONE =
            new SettingsFiles(ProxyFiles.NONE, Scrapes.NONE, new TreeMap<>(), Set.of(), List.of(), Optional.empty());

    public SettingsFiles {
        healthChecks = Collections.unmodifiableSortedMap(new TreeMap<>(healthChecks));
        onlyServing = Set.copyOf(onlyServing);
        mounts = List.copyOf(mounts);
    }

    /** Returns those of a project, as far as they can be read. */
    public static SettingsFiles read(ComposeProject project, FileTree files) {
        return new SettingsFiles(
                new ProxyFileReader(files).read(project),
                new ScrapeFileReader(files).read(project),
                new TreeMap<>(),
                new WebServers(project, files).onlyServing(),
                ProjectMount.of(project, files),
                Optional.empty());
    }

    /** Returns those of a project with what its health checks run. */
    public static SettingsFiles read(ResolvedProject resolved, FileTree files) {
        return read(resolved, files, Optional.empty(), VersionHistory.NONE);
    }

    /**
     * Returns those of a project with what its health checks run.
     *
     * @param writer the user to whom what this program writes belongs; empty where that is not known
     * @param history what earlier versions of the files held
     */
    public static SettingsFiles read(
            ResolvedProject resolved, FileTree files, Optional<SecretFile.Owner> writer, VersionHistory history) {
        SettingsFiles read = read(resolved.project(), files);
        SortedMap<String, String> checks = new TreeMap<>();
        Optional.ofNullable(resolved.sections().get("services"))
                .ifPresent(services -> services.fields()
                        .forEach((key, service) -> field(service, "healthcheck")
                                .flatMap(check -> field(check, "test"))
                                .ifPresent(test -> checks.put(key, words(test)))));
        return new SettingsFiles(
                read.proxies(),
                read.scrapes(),
                checks,
                read.onlyServing(),
                read.mounts(),
                Optional.of(new ProjectText(resolved, files, writer, history)));
    }

    private static Optional<ResolvedValue> field(ResolvedValue value, String name) {
        return value instanceof ResolvedValue.Fields(var fields)
                ? Optional.ofNullable(fields.get(name))
                : Optional.empty();
    }

    private static String words(ResolvedValue test) {
        return switch (test) {
            case ResolvedValue.Scalar scalar -> scalar.text();
            case ResolvedValue.Items(var items) ->
                items.stream().map(SettingsFiles::words).collect(Collectors.joining(" "));
            case ResolvedValue.Fields _ -> "";
        };
    }

    /** Hides the health checks, which can hold secrets. */
    @Override
    public String toString() {
        return "SettingsFiles[proxies=" + proxies + ", scrapes=" + scrapes + ", healthChecks=" + healthChecks.keySet()
                + "]";
    }
}
