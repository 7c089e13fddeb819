package dev.bulkhead.check.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Places in a project of chance where a mistake can be made. */
final class MistakePlaces {

    private MistakePlaces() {}

    static List<String> names(RandomProject project) {
        return RandomProject.keys(project.services());
    }

    static boolean sound(RandomProject project, String name) {
        return !project.services().path(name).path("network_mode").asText().startsWith("service:");
    }

    static ObjectNode any(RandomProject project, Random random) {
        List<String> names = names(project);
        return (ObjectNode) project.services().path(names.get(random.nextInt(names.size())));
    }

    static Optional<ObjectNode> joined(RandomProject project, Random random) {
        List<String> candidates = names(project).stream()
                .filter(name -> project.services().path(name).has("networks"))
                .filter(name -> names(project).stream()
                        .noneMatch(other -> project.services()
                                .path(other)
                                .path("network_mode")
                                .asText()
                                .equals("service:" + name)))
                .toList();
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of((ObjectNode) project.services().path(candidates.get(random.nextInt(candidates.size()))));
    }

    static Optional<ObjectNode> others(RandomProject project, Optional<ObjectNode> than) {
        return names(project).stream()
                .map(name -> (ObjectNode) project.services().path(name))
                .filter(service -> service.has("networks"))
                .filter(service -> than.filter(one -> one.equals(service)).isEmpty())
                .findFirst();
    }

    static Optional<ObjectNode> guest(RandomProject project, Random random) {
        ObjectNode guest = any(project, random);
        Optional<String> owner = names(project).stream()
                .filter(name -> project.services().path(name).has("networks"))
                .filter(name -> !project.services().path(name).equals(guest))
                .filter(name -> !project.services().path(name).has("depends_on"))
                .findFirst();
        owner.ifPresent(name -> {
            ((ObjectNode) project.services().path(name)).remove("deploy");
            guest.remove(
                    List.of("networks", "ports", "hostname", "expose", "dns", "extra_hosts", "deploy", "depends_on"));
            guest.put("network_mode", "service:" + name);
        });
        return owner.map(name -> guest);
    }

    static List<String> used(RandomProject project) {
        return RandomProject.keys(project.networks()).stream()
                .filter(network -> names(project).stream()
                        .anyMatch(name ->
                                project.services().path(name).path("networks").has(network)))
                .toList();
    }

    static Optional<ObjectNode> used(RandomProject project, Random random) {
        List<String> used = used(project);
        if (used.isEmpty()) {
            return Optional.empty();
        }
        String name = used.get(random.nextInt(used.size()));
        forget(project, name);
        return Optional.of((ObjectNode) project.networks().path(name));
    }

    static void forget(RandomProject project, String network) {
        project.services().forEach(service -> {
            if (service.path("networks").path(network) instanceof ObjectNode membership) {
                membership.remove("ipv4_address");
            }
        });
    }

    static String joinedBy(ObjectNode service, Random random) {
        List<String> names = RandomProject.keys((ObjectNode) service.path("networks"));
        return names.get(random.nextInt(names.size()));
    }

    static ObjectNode membership(ObjectNode service, Random random) {
        return (ObjectNode) service.path("networks").path(joinedBy(service, random));
    }
}
