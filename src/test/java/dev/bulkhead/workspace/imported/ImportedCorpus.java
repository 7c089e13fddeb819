package dev.bulkhead.workspace.imported;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bulkhead.compose.load.CorpusCases;
import dev.bulkhead.compose.load.CorpusCases.Case;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.StandInImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Projects that nobody made for Bulkhead, on stand-ins for their images. */
final class ImportedCorpus {

    private final RoundTrip trip;
    private final Path scratch;
    private final List<String> notRun = new ArrayList<>();
    private final List<String> run = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();

    ImportedCorpus(RoundTrip trip, Path scratch) {
        this.trip = trip;
        this.scratch = scratch;
    }

    /** Returns the ways to open each project, by where it stands; earlier states of the same project are left out. */
    static Map<String, List<Case>> projects(Path corpus) throws IOException {
        Map<String, List<Case>> projects = new LinkedHashMap<>();
        for (Case each : CorpusCases.of(corpus)) {
            String place = corpus.relativize(each.directory()).toString();
            if (!place.contains("@") && !each.label().contains(".md.block") && !place.startsWith("compose-spec+")) {
                projects.computeIfAbsent(place, name -> new ArrayList<>()).add(each);
            }
        }
        projects.values()
                .forEach(ways ->
                        ways.sort(Comparator.comparing(way -> !way.label().endsWith(" discovered"))));
        return projects;
    }

    /** Takes a project along the way, opened in the first manner in which it comes up. */
    void take(String place, List<Case> ways) throws Exception {
        List<String> reasons = new ArrayList<>();
        for (Case way : ways.subList(0, Math.min(3, ways.size()))) {
            Path copy = scratch.resolve(
                    String.valueOf(way.directory().getFileName()).toLowerCase(Locale.ROOT));
            try {
                SampleFiles.copyTree(way.directory(), copy);
                RoundTrip.Original original = new RoundTrip.Original(
                        place.replace('/', '_'),
                        copy,
                        variables(way),
                        way.files().stream()
                                .map(file -> copy.resolve(way.directory().relativize(file))
                                        .toString())
                                .toList());
                Optional<String> hindrance = hindrance(original);
                if (hindrance.isEmpty()) {
                    List<String> found = trip.differences(original, engine -> provide(original, engine));
                    run.add(place);
                    found.forEach(each -> differences.add(place + ": " + each));
                    return;
                }
                reasons.add(hindrance.get());
            } catch (IOException e) {
                reasons.add(String.valueOf(e.getMessage()).strip().lines().reduce("", (a, b) -> b));
            } finally {
                SampleFiles.deleteTree(copy);
            }
        }
        notRun.add(place + ": " + reasons.getFirst());
    }

    /** Folders that variables name are the test's own. */
    private Map<String, String> variables(Case way) throws IOException {
        String data = Files.createDirectories(scratch.resolve("data")).toString();
        Map<String, String> variables = new TreeMap<>(way.variables());
        variables.replaceAll((name, value) -> value.equals("/srv/data") ? data : value);
        return variables;
    }

    /** Returns why a project cannot come up here, if that is known beforehand. */
    private Optional<String> hindrance(RoundTrip.Original original) throws IOException {
        for (JsonNode service : original.config(trip.first()).path("services")) {
            for (JsonNode volume : service.path("volumes")) {
                Path source = Path.of(volume.path("source").asText());
                boolean here = source.startsWith(scratch) || Files.exists(source);
                if (volume.path("type").asText().equals("bind") && !here) {
                    return Optional.of(source + " of the host would be made");
                }
            }
            if (service.path("privileged").asBoolean()) {
                return Optional.of("a privileged container does not start here");
            }
        }
        return Optional.empty();
    }

    private void provide(RoundTrip.Original original, PrivateEngine engine) throws IOException {
        JsonNode config = original.config(trip.first());
        Map<String, TreeSet<Integer>> ports = new TreeMap<>();
        config.path("services").properties().forEach(entry -> {
            String image =
                    entry.getValue().path("image").asText(config.path("name").asText() + "-" + entry.getKey());
            boolean tagged = image.indexOf('@') >= 0 || image.lastIndexOf(':') > image.lastIndexOf('/');
            TreeSet<Integer> listens =
                    ports.computeIfAbsent(tagged ? image : image + ":latest", name -> new TreeSet<>());
            entry.getValue()
                    .path("ports")
                    .forEach(port -> listens.add(port.path("target").asInt()));
        });
        Map<String, List<Integer>> images = new TreeMap<>();
        ports.forEach((image, listens) -> images.put(image, List.copyOf(listens)));
        StandInImages.provide(trip.first(), images);
        RoundTrip.share(trip.first(), engine, images.keySet());
        config.path("networks").forEach(network -> external(engine, "network", network));
        config.path("volumes").forEach(volume -> external(engine, "volume", volume));
    }

    private static void external(PrivateEngine engine, String kind, JsonNode declared) {
        try {
            String name = declared.path("name").asText();
            if (declared.path("external").asBoolean()
                    && engine.docker(kind, "ls", "--format", "{{.Name}}")
                            .lines()
                            .noneMatch(name::equals)) {
                engine.docker(kind, "create", name);
            }
        } catch (IOException e) {
            throw new IllegalStateException(Objects.requireNonNullElse(e.getMessage(), kind), e);
        }
    }

    /** Returns the projects that came up and were compared. */
    List<String> run() {
        return List.copyOf(run);
    }

    /** Returns those that did not come up, each with the reason. */
    List<String> notRun() {
        return List.copyOf(notRun);
    }

    /** Returns every field that was not the same again. */
    List<String> differences() {
        return List.copyOf(differences);
    }
}
