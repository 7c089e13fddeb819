package dev.bulkhead.workspace.imported;

import dev.bulkhead.address.EnginePools;
import dev.bulkhead.engine.observed.EngineDetails;
import dev.bulkhead.engine.observed.Told;
import dev.bulkhead.workspace.imported.FoundProject.FoundService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Import of the services of a project off their containers. */
final class ServiceImport {

    private static final String DEPENDS_LABEL = "com.docker.compose.depends_on";
    private static final String SHARED = "container:";
    private static final String STARTED = "service_started";

    private final EngineDetails details;
    private final FoundProject project;
    private final Map<String, String> serviceByContainer = new HashMap<>();
    private final Map<String, String> nameById = new HashMap<>();
    private final Map<String, String> files = new TreeMap<>();
    final NetworkDeclarations networks;
    final VolumeDeclarations volumes;

    ServiceImport(EngineDetails details, EnginePools pools, FoundProject project) {
        this.details = details;
        this.project = project;
        this.networks = new NetworkDeclarations(details, pools, project);
        this.volumes = new VolumeDeclarations(details, project);
        details.containers()
                .forEach(container -> nameById.put(container.at("Id").text(), FoundProject.containerName(container)));
        for (FoundService service : project.services()) {
            for (Told container : service.instances()) {
                serviceByContainer.put(container.at("Id").text(), service.key());
                serviceByContainer.put(FoundProject.containerName(container), service.key());
            }
        }
    }

    /** Returns the files beside the Compose file that services name, by name. */
    Map<String, String> files() {
        return Map.copyOf(files);
    }

    /** Returns the fields of a service, and adds to the remarks what they do not say. */
    Map<String, @Nullable Object> read(FoundService service, List<String> remarks) {
        Told container = service.first();
        Told image = details.image(container);
        boolean composed = !FoundProject.label(container, DEPENDS_LABEL.replace("depends_on", "service"))
                .isEmpty();
        Fields fields = new Fields();
        identity(fields, service);
        ProgramFields program = new ProgramFields(container, image);
        program.addTo(fields);
        dependencies(fields, container);
        MembershipFields membership = new MembershipFields(service.key(), container, networks);
        membership.addTo(fields, remarks, composed, this::owner);
        fields.list("expose", program.exposed(membership.published()));
        membership.addLinks(fields, project.name(), this::service);
        MountFields mounts = new MountFields(container, image, volumes);
        mounts.addTo(fields, this::service);
        new HostFields(container, details.engine(), this::owner).addTo(fields, service.key(), files);
        if (image.isEmpty()) {
            remarks.add("The engine has its image no more, so that what the image says stands here too.");
        }
        if (!mounts.nameless().isEmpty()) {
            remarks.add("What is in " + String.join(", ", mounts.nameless())
                    + " stays behind: the volume there has no name.");
        }
        return fields.asMap();
    }

    private void identity(Fields fields, FoundService service) {
        Told container = service.first();
        String image = container.at("Config").at("Image").text();
        fields.put("image", image.isEmpty() ? container.at("Image").text() : image);
        String name = FoundProject.containerName(container);
        int many = service.instances().size();
        if (many > 1) {
            fields.put("scale", many);
        } else if (!name.equals(project.name() + "-" + service.key() + "-1")) {
            fields.put("container_name", name);
        }
    }

    private Optional<String> service(String container) {
        return Optional.ofNullable(serviceByContainer.get(container));
    }

    /**
     * Returns what Compose calls the owner of a namespace; any other mode is called as it is. Compose gives the engine the id of a
     * service's container: a name there was written by somebody, and binds the services by no dependency.
     */
    private String owner(String mode) {
        if (!mode.startsWith(SHARED)) {
            return mode;
        }
        String owner = mode.substring(SHARED.length());
        return nameById.containsKey(owner)
                ? service(owner).map(key -> "service:" + key).orElse(SHARED + nameById.get(owner))
                : mode;
    }

    /** Compose notes dependencies as {@code service:condition:restart}, joined by commas (compose {@code pkg/api/labels.go}). */
    private void dependencies(Fields fields, Told container) {
        Map<String, Map<String, @Nullable Object>> dependencies = new TreeMap<>();
        for (String entry : FoundProject.label(container, DEPENDS_LABEL).split(",", -1)) {
            String[] parts = entry.split(":", -1);
            if (parts.length >= 2 && serviceByContainer.containsValue(parts[0])) {
                dependencies.put(
                        parts[0],
                        new Fields()
                                .put("condition", parts[1])
                                .flag("restart", parts.length > 2 && parts[2].equals("true"))
                                .asMap());
            }
        }
        boolean plain = dependencies.values().stream().allMatch(each -> each.equals(Map.of("condition", STARTED)));
        if (plain) {
            fields.list("depends_on", List.copyOf(dependencies.keySet()));
        } else {
            fields.map("depends_on", new LinkedHashMap<>(dependencies));
        }
    }

    /** Returns what a reader has to know of the containers of a service. */
    List<String> origin(FoundService service) {
        List<String> remarks = new ArrayList<>();
        List<String> names =
                service.instances().stream().map(FoundProject::containerName).toList();
        remarks.add((names.size() == 1 ? "From container " : "From the containers ") + String.join(", ", names) + ".");
        for (Told container : service.instances()) {
            String state = container.at("State").at("Status").text();
            if (!state.isEmpty() && !state.equals("running")) {
                remarks.add("Container " + FoundProject.containerName(container) + " does not run (" + state + ").");
            }
        }
        return remarks;
    }
}
