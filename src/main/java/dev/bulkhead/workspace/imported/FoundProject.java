package dev.bulkhead.workspace.imported;

import dev.bulkhead.engine.observed.EngineDetails;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.Told;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Containers that belong together, as their labels say.
 *
 * @param name the project's name
 * @param services its services, in the order of their names
 */
record FoundProject(String name, List<FoundService> services) {

    private static final String ONE_OFF = "com.docker.compose.oneoff";
    private static final String OF_SWARM = "com.docker.swarm.service.name";

    FoundProject {
        services = List.copyOf(services);
    }

    /**
     * A service by its containers.
     *
     * @param key its name in the Compose file
     * @param instances its containers, the one with the lowest number first
     */
    record FoundService(String key, List<Told> instances) {

        FoundService {
            instances = List.copyOf(instances);
        }

        Told first() {
            return instances.getFirst();
        }

        /** Returns the files that Compose made it from, as its label names them. */
        List<String> originalFiles() {
            return List.of(label(first(), ObservedContainer.FILES_LABEL).split(",", -1)).stream()
                    .filter(file -> !file.isBlank())
                    .toList();
        }
    }

    /**
     * Returns the projects of an engine; containers that belong to none come last and are named after the directory.
     * What was run once for a command and what a Swarm runs is left out.
     */
    static List<FoundProject> of(EngineDetails details, ImportChoices choices) {
        Map<String, List<Told>> byProject = new TreeMap<>();
        details.containers().stream()
                .filter(container -> !label(container, ONE_OFF).equalsIgnoreCase("true"))
                .filter(container -> label(container, OF_SWARM).isEmpty())
                .forEach(container -> byProject
                        .computeIfAbsent(label(container, ObservedContainer.PROJECT_LABEL), name -> new ArrayList<>())
                        .add(container));
        List<Told> loose = byProject.getOrDefault("", List.of());
        byProject.remove("");
        List<FoundProject> projects = new ArrayList<>();
        byProject.forEach((name, containers) -> {
            if (choices.project().isEmpty() || choices.project().equals(Optional.of(name))) {
                projects.add(new FoundProject(name, services(containers)));
            }
        });
        if (!loose.isEmpty() && choices.project().isEmpty()) {
            projects.add(new FoundProject(projectName(choices.directory(), byProject.keySet()), services(loose)));
        }
        return projects;
    }

    private static List<FoundService> services(List<Told> containers) {
        Map<String, List<Told>> byKey = new TreeMap<>();
        containers.stream()
                .sorted(Comparator.comparingInt(FoundProject::number).thenComparing(FoundProject::containerName))
                .forEach(container -> byKey.computeIfAbsent(key(container), key -> new ArrayList<>())
                        .add(container));
        List<FoundService> services = new ArrayList<>();
        byKey.forEach((key, instances) -> services.add(new FoundService(key, instances)));
        return services;
    }

    private static String key(Told container) {
        String service = label(container, ObservedContainer.SERVICE_LABEL);
        return service.isEmpty() ? containerName(container) : service;
    }

    private static int number(Told container) {
        String number = label(container, ObservedContainer.NUMBER_LABEL);
        return number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : 0;
    }

    /** Compose's rule for names made from directories (compose-go {@code loader.NormalizeProjectName}). */
    private static String projectName(String directory, Set<String> taken) {
        String name =
                directory.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "").replaceAll("^[_-]+", "");
        String free = name.isEmpty() ? "imported" : name;
        while (taken.contains(free)) {
            free += "-others";
        }
        return free;
    }

    static String containerName(Told container) {
        String name = container.at("Name").text();
        return name.startsWith("/") ? name.substring(1) : name;
    }

    static String label(Told container, String label) {
        return container.at("Config").at("Labels").at(label).text();
    }
}
