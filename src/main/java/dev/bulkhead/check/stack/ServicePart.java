package dev.bulkhead.check.stack;

import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.stack.StackFile;
import dev.bulkhead.topology.Dependency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings about services as a whole: names, images, templates, labels, mounts. */
final class ServicePart {

    /** As Swarm names services (moby/swarmkit {@code manager/controlapi}). */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9](?:[-_]*[A-Za-z0-9]+)*");

    private static final int LONGEST = 63;

    /** A part of the name of an image (distribution/reference). */
    private static final String PART = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";

    private static final Pattern IMAGE = Pattern.compile("(?:[a-zA-Z0-9][a-zA-Z0-9.-]*(?::\\d+)?/)?" + PART + "(?:/"
            + PART + ")*(?::\\w[\\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9+.-]*:[0-9a-fA-F]{32,})?");

    /** What a template of a swarm begins with: its own fields, or a word of Go's templates (moby/swarmkit {@code template}). */
    private static final Pattern KNOWN_TEMPLATE = Pattern.compile(
            "\\{\\{-?\\s*(\\.(Service|Node|Task)\\.|\"|`|(print|printf|println|len|index|html|js|urlquery|if|with|range)\\b)");

    private static final Set<String> RELABEL = Set.of("z", "Z");

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
                mounts(key, service);
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
        Optional<MapValue> check = StackLook.map(service, "healthcheck")
                .filter(one -> one.get("disable").filter(StackKey::says).isPresent())
                .filter(one -> one.get("test").filter(StackKey::says).isPresent());
        if (check.isPresent()) {
            tell(
                    StackFate.REFUSED,
                    Severity.ERROR,
                    List.of("services", key, "healthcheck"),
                    check.get().place(),
                    "it is switched off and has a test, which cannot both be",
                    "Remove one of the two.");
        }
    }

    /** Proxies ask the swarm for its services, and those carry the labels of {@code deploy} (Traefik documentation, Swarm provider). */
    private void labels(String key, Field service) {
        Optional<Value> labels = StackLook.field(service, "labels").map(Field::value);
        labels.ifPresent(stated -> each(stated, "", (text, place) -> {
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
        }));
    }

    private void binds(String key, Field service) {
        StackLook.items(service, "volumes").stream()
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
                    .ifPresent(field -> each(field.value(), "", (text, place) -> template(key, name, text, place)));
        }
    }

    private void template(String key, String name, String text, Place place) {
        if (!text.contains("{{")) {
            return;
        }
        boolean known = KNOWN_TEMPLATE.matcher(text).find();
        tell(
                known ? StackFate.CHANGED : StackFate.REFUSED,
                known ? Severity.WARNING : Severity.ERROR,
                List.of("services", key, name),
                place,
                known
                        ? "a swarm takes {{ for a template of its own and fills it in"
                        : "a swarm takes {{ for a template of its own, and does not know this one",
                "Write {{\"{{\"}} where two braces are meant.");
    }

    private void mounts(String key, Field service) {
        for (Value volume : StackLook.items(service, "volumes")) {
            if (!(volume instanceof ScalarValue text)) {
                continue;
            }
            List<String> parts = List.of(text.text().split(":", -1));
            List<String> path = List.of("services", key, "volumes", "[]");
            if (text.text().length() > 2 && parts.contains("")) {
                tell(
                        StackFate.REFUSED,
                        Severity.ERROR,
                        path,
                        text.place(),
                        "nothing stands before or behind a colon once variables are replaced without .env",
                        "Set the variables in the environment of the command, or give them a default.");
            } else if (parts.size() > 2
                    && Stream.of(parts.getLast().split(",", -1)).anyMatch(RELABEL::contains)) {
                tell(
                        StackFate.DROPPED,
                        Severity.WARNING,
                        path,
                        text.place(),
                        "of " + parts.getLast()
                                + " only ro, rw and nocopy count, and nothing is relabelled for SELinux, without a"
                                + " warning",
                        "Label the directory on each host with chcon.");
            }
        }
    }

    /** What another service waits for until it has ended is not to start again. */
    private void oneShots(Map<String, Field> services) {
        Set<String> awaited = look.input().topology().services().values().stream()
                .flatMap(service -> service.dependsOn().stream())
                .filter(dependency -> dependency.condition().equals("service_completed_successfully"))
                .map(Dependency::service)
                .collect(Collectors.toSet());
        services.forEach((key, service) -> {
            if (awaited.contains(key)
                    && StackLook.said(service, "restart").isEmpty()
                    && StackLook.said(service, "deploy").isEmpty()) {
                tell(
                        StackFate.CHANGED,
                        Severity.WARNING,
                        List.of("services", key),
                        service.key(),
                        "others wait until it has ended, and a stack starts it anew whenever it ends",
                        "Write deploy with mode: replicated-job, or restart_policy with condition: none.");
            }
        });
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
