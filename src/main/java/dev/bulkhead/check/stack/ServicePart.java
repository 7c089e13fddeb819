package dev.bulkhead.check.stack;

import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.stack.StackFile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Findings about services as a whole: names, images, templates, labels, mounts. */
final class ServicePart {

    /** As Swarm names services (moby/swarmkit {@code manager/controlapi}). */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9](?:[-_]*[A-Za-z0-9]+)*");

    private static final int LONGEST = 63;

    private static final Pattern IMAGE = Pattern.compile(
            "[a-zA-Z0-9][a-zA-Z0-9.:_/-]*?(:[\\w][\\w.-]{0,127})?(@[A-Za-z][A-Za-z0-9+.-]*:[0-9a-fA-F]{32,})?");

    private final StackLook look;

    ServicePart(StackLook look) {
        this.look = look;
    }

    void run() {
        Map<String, Field> first = new LinkedHashMap<>();
        Map<String, Value> images = new HashMap<>();
        for (StackFile file : look.stack().files()) {
            StackLook.section(file, "services").forEach((key, service) -> {
                if (file.main()) {
                    first.putIfAbsent(key, service);
                }
                StackLook.said(service, "image").ifPresent(image -> images.putIfAbsent(key, image));
                healthcheck(key, service);
                labels(key, service);
                binds(key, service);
                templates(key, service);
            });
        }
        first.forEach((key, service) -> {
            name(key, service);
            image(key, service, Optional.ofNullable(images.get(key)));
        });
        oneShots(first);
    }

    private void name(String key, Field service) {
        String name = look.input().topology().project() + "_" + key;
        if (!NAME.matcher(name).matches() || name.length() > LONGEST) {
            tell(
                    StackFate.REFUSED,
                    Severity.ERROR,
                    List.of("services", key),
                    service.key(),
                    name.length() > LONGEST
                            ? name + " has more than 63 characters, and STACK_SERVICE may have no more"
                            : "a service of a swarm is called by letters, digits, - and _, and ends with a letter or digit",
                    "Rename the service.");
        }
    }

    private void image(String key, Field service, Optional<Value> image) {
        if (image.isEmpty()) {
            tell(
                    StackFate.REFUSED,
                    Severity.ERROR,
                    List.of("services", key, "image"),
                    service.key(),
                    "there is none, and a stack builds none",
                    "Build it, push it to a registry that all hosts reach, and name it under image.");
            return;
        }
        if (image.get() instanceof ScalarValue text
                && !IMAGE.matcher(text.text()).matches()) {
            tell(
                    StackFate.REFUSED,
                    Severity.ERROR,
                    List.of("services", key, "image"),
                    text.place(),
                    "it names no image once its variables are replaced without .env",
                    "Set the variables in the environment of the command, or give them a default.");
        }
    }

    private void healthcheck(String key, Field service) {
        if (StackLook.field(service, "healthcheck").map(Field::value).orElse(service.value()) instanceof MapValue check
                && check.get("disable").filter(StackKey::says).isPresent()
                && check.get("test").filter(StackKey::says).isPresent()) {
            tell(
                    StackFate.REFUSED,
                    Severity.ERROR,
                    List.of("services", key, "healthcheck"),
                    check.place(),
                    "it is switched off and has a test, which cannot both be",
                    "Remove one of the two.");
        }
    }

    /** Proxies ask the swarm for its services, and those carry the labels of {@code deploy} (Traefik documentation, Swarm provider). */
    private void labels(String key, Field service) {
        Value labels = StackLook.field(service, "labels").map(Field::value).orElse(service.value());
        if (labels == service.value()) {
            return;
        }
        each(labels, "", (text, place) -> {
            if (text.startsWith("traefik.enable") || text.startsWith("caddy=") || text.equals("caddy")) {
                tell(
                        StackFate.CHANGED,
                        Severity.WARNING,
                        List.of("services", key, "labels"),
                        place,
                        "they stay on the containers, and a proxy that asks the swarm reads those of the service, so that its"
                                + " routes are gone",
                        "Write them under deploy.labels, with the port of the service (traefik.http.services.NAME.loadbalancer.server.port).");
            }
        });
    }

    private void binds(String key, Field service) {
        if (!(StackLook.field(service, "volumes").map(Field::value).orElse(service.value())
                instanceof ListValue(var _, List<Value> volumes))) {
            return;
        }
        volumes.stream()
                .filter(ServicePart::isBind)
                .findFirst()
                .ifPresent(bind -> tell(
                        StackFate.CHANGED,
                        Severity.INFO,
                        List.of("services", key, "volumes"),
                        bind.place(),
                        "directories of the host have to be on every host where the service may run; Compose makes one that is"
                                + " missing, and a stack rejects the task",
                        "Make them everywhere, or tie the service to a host with deploy.placement.constraints."));
    }

    private static boolean isBind(Value volume) {
        return switch (volume) {
            case ScalarValue text -> text.text().matches("[./~].*:.*");
            case MapValue map ->
                map.get("type").orElse(map) instanceof ScalarValue type
                        && type.text().equals("bind");
            case ListValue _ -> false;
        };
    }

    /** Swarm fills in templates of Go in these fields (Docker documentation, docker service create). */
    private void templates(String key, Field service) {
        for (String name : List.of("environment", "hostname")) {
            StackLook.field(service, name)
                    .ifPresent(field -> each(field.value(), "", (text, place) -> {
                        if (text.contains("{{")) {
                            tell(
                                    StackFate.CHANGED,
                                    Severity.WARNING,
                                    List.of("services", key, name),
                                    place,
                                    "a swarm takes {{ for a template of its own and fills it in, or refuses what it does not know",
                                    "Write {{\"{{\"}} where two braces are meant.");
                        }
                    }));
        }
    }

    /** What another service waits for until it has ended is not to start again. */
    private void oneShots(Map<String, Field> services) {
        look.input().topology().services().values().stream()
                .flatMap(service -> service.dependsOn().stream())
                .filter(dependency -> dependency.condition().equals("service_completed_successfully"))
                .map(dependency -> dependency.service())
                .distinct()
                .filter(services::containsKey)
                .filter(key -> StackLook.said(services.get(key), "restart").isEmpty()
                        && StackLook.said(services.get(key), "deploy").isEmpty())
                .forEach(key -> tell(
                        StackFate.CHANGED,
                        Severity.WARNING,
                        List.of("services", key),
                        services.get(key).key(),
                        "others wait until it has ended, and a stack starts it anew whenever it ends",
                        "Write deploy with mode: replicated-job, or restart_policy with condition: none."));
    }

    /** Hears the texts of a list, and those of a mapping as key=value. */
    private static void each(Value value, String key, BiConsumer<String, Place> texts) {
        switch (value) {
            case ScalarValue scalar -> texts.accept(key + scalar.text(), scalar.place());
            case ListValue(var _, List<Value> items) -> items.forEach(item -> each(item, "", texts));
            case MapValue map -> map.fields().forEach((name, field) -> each(field.value(), name + "=", texts));
        }
    }

    private void tell(StackFate fate, Severity severity, List<String> path, Place at, String meaning, String remedy) {
        look.tell(fate, severity, path, at, meaning, remedy);
    }
}
