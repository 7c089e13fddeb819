package dev.bulkhead.workspace.imported;

import dev.bulkhead.address.EnginePools;
import dev.bulkhead.engine.observed.EngineDetails;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.workspace.imported.FoundProject.FoundService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Files of an imported project: one Compose file, or one for each of the original ones that are named by labels. */
final class ProjectFiles {

    private static final String MAIN = "compose.yaml";

    private final FoundProject project;
    private final ImportChoices choices;
    private final ServiceImport reader;
    private final HiddenSecrets secrets;
    private final Map<String, Map<String, @Nullable Object>> services = new TreeMap<>();
    private final Map<String, List<String>> remarks = new TreeMap<>();

    ProjectFiles(EngineDetails details, EnginePools pools, FoundProject project, ImportChoices choices) {
        this.project = project;
        this.choices = choices;
        this.reader = new ServiceImport(details, pools, project);
        this.secrets = new HiddenSecrets(choices);
    }

    ImportedProject make() {
        for (FoundService service : project.services()) {
            List<String> comments = new ArrayList<>(reader.origin(service));
            services.put(service.key(), secrets.ofService(service.key(), reader.read(service, comments)));
            remarks.put(service.key(), comments);
        }
        Map<String, @Nullable Object> networks = secrets.ofDeclarations("network", reader.networks.declarations());
        Map<String, @Nullable Object> volumes = secrets.ofDeclarations("volume", reader.volumes.declarations());
        Map<String, List<FoundService>> groups = groups();
        FieldsText main = new FieldsText().comments(header()).field("name", project.name());
        List<ImportedFile> files = new ArrayList<>();
        if (groups.size() == 1) {
            main.services(services, remarks);
        } else {
            main.field("include", List.copyOf(groups.keySet()));
            groups.forEach((name, members) -> files.add(new ImportedFile(name, part(members), inClear())));
        }
        section(main, "networks", networks);
        section(main, "volumes", volumes);
        section(main, "secrets", new LinkedHashMap<>(reader.volumes.secrets()));
        files.addFirst(new ImportedFile(MAIN, main.toString(), inClear()));
        new TreeMap<>(reader.files()).forEach((name, text) -> files.add(new ImportedFile(name, text, false)));
        files.addAll(secrets.files());
        return new ImportedProject(project.name(), files);
    }

    private boolean inClear() {
        return choices.secrets() == SecretPlace.INLINE;
    }

    private static void section(FieldsText main, String name, Map<String, @Nullable Object> fields) {
        if (!fields.isEmpty()) {
            main.field(name, fields);
        }
    }

    private String part(List<FoundService> members) {
        Set<String> keys = members.stream().map(FoundService::key).collect(Collectors.toSet());
        Map<String, Map<String, @Nullable Object>> some = new TreeMap<>(services);
        some.keySet().retainAll(keys);
        List<String> original = members.getFirst().originalFiles();
        return new FieldsText()
                .comments(List.of(
                        original.isEmpty()
                                ? "No label says which file these services come from."
                                : "From " + String.join(", ", original) + "."))
                .services(some, remarks)
                .toString();
    }

    /** Services of which the same original files are told stand together, in a file named like those that only they have. */
    private Map<String, List<FoundService>> groups() {
        Map<List<String>, List<FoundService>> byFiles = new LinkedHashMap<>();
        project.services()
                .forEach(service -> byFiles.computeIfAbsent(service.originalFiles(), files -> new ArrayList<>())
                        .add(service));
        Set<String> common = byFiles.keySet().stream()
                .map(Set::copyOf)
                .reduce((left, right) -> left.stream().filter(right::contains).collect(Collectors.toSet()))
                .orElse(Set.of());
        Map<String, List<FoundService>> groups = new LinkedHashMap<>();
        byFiles.forEach((files, members) -> {
            String stem = files.stream()
                    .filter(file -> !common.contains(file))
                    .map(ProjectFiles::stem)
                    .collect(Collectors.joining("-"));
            String name = (stem.isEmpty() ? "services" : stem) + ".yaml";
            for (int i = 2; groups.containsKey(name) || name.equals(MAIN); i++) {
                name = (stem.isEmpty() ? "services" : stem) + "-" + i + ".yaml";
            }
            groups.put(name, members);
        });
        return groups;
    }

    private static String stem(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return name.replaceFirst("\\.ya?ml$", "").replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private List<String> header() {
        List<String> header = new ArrayList<>();
        int many = project.services().stream()
                .mapToInt(service -> service.instances().size())
                .sum();
        header.add("Imported by Bulkhead from " + many + (many == 1 ? " container" : " containers")
                + " that an engine had. What their images say themselves is left out.");
        List<String> files = project.services().stream()
                .flatMap(service -> service.originalFiles().stream())
                .distinct()
                .toList();
        if (!files.isEmpty()) {
            header.add("Compose made them from " + String.join(", ", files) + ".");
        }
        String directory = FoundProject.label(project.services().getFirst().first(), ObservedContainer.DIRECTORY_LABEL);
        if (!directory.isEmpty()) {
            header.add("Files of the host are mounted from where they are, most of them below " + directory + ".");
        }
        header.add(
                "No engine tells how images were built, which profiles there are, and what is copied into containers.");
        List<String> outside = new ArrayList<>();
        reader.networks.external().forEach(name -> outside.add("network " + name));
        reader.volumes.external().forEach(name -> outside.add("volume " + name));
        if (!outside.isEmpty()) {
            header.add("To be there before docker compose up: " + String.join(", ", outside) + ".");
        }
        if (!secrets.asked().isEmpty()) {
            header.add("Secrets were left out; give these variables, for instance in .env: "
                    + String.join(", ", secrets.asked()) + ".");
        }
        return header;
    }
}
