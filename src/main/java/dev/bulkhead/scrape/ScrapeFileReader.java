package dev.bulkhead.scrape;

import dev.bulkhead.catalogue.ImageReference;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.mount.MountedFiles;
import dev.bulkhead.compose.yaml.YamlFields;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reader of the files that tell a project's collectors what to scrape. It follows bind mounts, never leaves the project
 * directory, and never writes; what it cannot read it names.
 */
public final class ScrapeFileReader {

    private static final String USUAL = "/etc/prometheus/prometheus.yml";
    private static final List<String> FLAGS =
            List.of("--config.file", "-config.file", "--promscrape.config", "-promscrape.config");
    /** Larger files are no settings that somebody wrote. */
    private static final long MAX_BYTES = 1024 * 1024;

    private static final int MAX_FILES = 200;

    private final FileTree files;

    /** Reads from a tree. */
    public ScrapeFileReader(FileTree files) {
        this.files = files;
    }

    /** Returns what a project's collectors fetch. */
    public Scrapes read(ComposeProject project) {
        List<ScrapeTarget> targets = new ArrayList<>();
        List<Scrapes.ScrapeFile> own = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (Service service : project.topology().services().values()) {
            place(service)
                    .ifPresent(path -> new Reading(project.directory(), service, unread).collect(path, targets, own));
        }
        return new Scrapes(targets, own, unread);
    }

    /** Where a service finds its configuration of scrapes, if it is a collector that reads one. */
    private static Optional<String> place(Service service) {
        List<String> words = service.container().command();
        boolean prometheus = service.container()
                .image()
                .flatMap(ImageReference::parse)
                .filter(image -> image.name().equals("prometheus"))
                .isPresent();
        boolean scraper = prometheus || words.stream().anyMatch(word -> word.contains("promscrape.config"));
        if (!scraper) {
            return Optional.empty();
        }
        for (int i = 0; i < words.size(); i++) {
            for (String flag : FLAGS) {
                if (words.get(i).startsWith(flag + "=")) {
                    return Optional.of(words.get(i).substring(flag.length() + 1));
                }
                if (words.get(i).equals(flag) && i + 1 < words.size()) {
                    return Optional.of(words.get(i + 1));
                }
            }
        }
        return Optional.of(USUAL);
    }

    /** The files of one collector. */
    private final class Reading {

        private final Path directory;
        private final Service service;
        private final MountedFiles mounts;
        private final List<String> unread;

        Reading(Path directory, Service service, List<String> unread) {
            this.directory = directory;
            this.service = service;
            this.mounts =
                    new MountedFiles(files, service.container().hostAccess().mounts(), MAX_FILES);
            this.unread = unread;
        }

        void collect(String path, List<ScrapeTarget> targets, List<Scrapes.ScrapeFile> own) {
            Optional<Path> place =
                    Optional.ofNullable(mounts.find(path, directory).files().get(path));
            if (place.isEmpty()) {
                unread.add("What " + service.key() + " scrapes is not known: " + path
                        + " of its container is no file of the project; state such flows as rules.");
                return;
            }
            String folder = path.substring(0, path.lastIndexOf('/') + 1);
            yaml(place.get()).ifPresent(root -> {
                own.add(new Scrapes.ScrapeFile(service.key(), path, name(place.get()), text(place.get())));
                targets.addAll(new ScrapeConfig(service.key(), name(place.get()), pattern -> listed(folder, pattern))
                        .targets(root));
            });
        }

        private String text(Path file) {
            try {
                return new String(files.read(file), StandardCharsets.UTF_8);
            } catch (IOException gone) {
                return ""; // it was read just before
            }
        }

        /** Only the last part of a path may have a star (Prometheus documentation, {@code file_sd_config}). */
        private List<YamlFields> listed(String folder, String pattern) {
            String path = pattern.startsWith("/") ? pattern : folder + pattern.replaceFirst("^\\./", "");
            int slash = path.lastIndexOf('/');
            Pattern meant = Pattern.compile(Pattern.quote(path).replace("*", "\\E[^/]*\\Q"));
            List<YamlFields> lists = new ArrayList<>();
            String top = path.contains("*") ? path.substring(0, Math.max(1, slash)) : path;
            for (Map.Entry<String, Path> file :
                    mounts.find(top, directory).files().entrySet()) {
                if (meant.matcher(file.getKey()).matches()) {
                    yaml(file.getValue()).ifPresent(lists::add);
                }
            }
            return lists;
        }

        private Optional<YamlFields> yaml(Path file) {
            try {
                if (files.size(file) <= MAX_BYTES) {
                    YamlFields root = YamlFields.of(name(file), new String(files.read(file), StandardCharsets.UTF_8));
                    if (root.node().isPresent()) {
                        return Optional.of(root);
                    }
                }
                unread.add("What " + service.key() + " scrapes is not known: " + name(file)
                        + " is no YAML of a sensible size.");
            } catch (IOException fault) {
                unread.add("What " + service.key() + " scrapes is not known: " + name(file) + " cannot be read.");
            }
            return Optional.empty();
        }

        private String name(Path file) {
            return directory.relativize(file).toString().replace('\\', '/');
        }
    }
}
