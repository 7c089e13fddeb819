package dev.bulkhead.compose.load.read;

import dev.bulkhead.compose.LoadProblem;
import dev.bulkhead.compose.load.model.Model;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.value.FieldReader;
import dev.bulkhead.compose.load.value.IpText;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue.Kind;
import dev.bulkhead.compose.schema.Quantities;
import dev.bulkhead.topology.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Check of single elements for fields that exclude or need each other (compose-go {@code validation} and {@code
 * loader/validate.go}).
 */
final class ElementRules {

    private static final String SERVICE_PREFIX = "service:";

    private final LoadContext context;
    private final Model model;

    ElementRules(LoadContext context, Model model) {
        this.context = context;
        this.model = model;
    }

    /** Checks what counts whether or not a profile is active. */
    void everything() {
        model.section(Model.VOLUMES).forEach(this::external);
        model.section(Model.SECRETS)
                .forEach((name, field) -> source(Model.SECRETS, name, field, List.of("file", "environment")));
        model.section(Model.CONFIGS)
                .forEach(
                        (name, field) -> source(Model.CONFIGS, name, field, List.of("file", "environment", "content")));
        model.section(Model.SERVICES).forEach((name, field) -> {
            if (field.value() instanceof MapValue service) {
                Quantities.check(
                        name,
                        service,
                        misfit -> problem(Element.service(name), misfit.at(), misfit.message(), misfit.fix()));
                ports(name, service);
                line(name, service, "command");
                line(name, service, "entrypoint");
                resources(name, service).devices();
            }
        });
    }

    /** Checks a service of an active profile. */
    void active(String name, MapValue service) {
        FieldReader.map(service, "build").ifPresent(build -> build(name, service, build));
        resources(name, service).amounts();
        targets(name, service);
        FieldReader.map(service, "develop")
                .ifPresent(develop -> FieldReader.items(develop, "watch").forEach(watch -> watch(name, watch)));
    }

    private ResourceRules resources(String name, MapValue service) {
        return new ResourceRules(
                name, service, (place, message, fix) -> problem(Element.service(name), place, message, fix));
    }

    private void external(String name, Field field) {
        if (!(field.value() instanceof MapValue map) || !isTrue(map, "external")) {
            return;
        }
        map.fields().keySet().stream()
                .filter(key -> !Set.of("name", "external").contains(key) && !key.startsWith("x-"))
                .findFirst()
                .flatMap(map::field)
                .ifPresent(other -> problem(
                        Model.element(Model.VOLUMES, name),
                        other.key(),
                        "the volume " + name + " is external and states more than its name, which Compose" + " refuses",
                        "remove this field, or external"));
    }

    private void source(String section, String name, Field field, List<String> sources) {
        Element subject = Model.element(section, name);
        String kind = section.substring(0, section.length() - 1);
        MapValue map = field.value() instanceof MapValue stated ? stated : MapValue.empty(field.key());
        List<String> stated = sources.stream().filter(map::has).toList();
        if (stated.size() > 1) {
            problem(
                    subject,
                    field.key(),
                    "the " + kind + " " + name + " states " + String.join(" and ", stated)
                            + ", which exclude each other",
                    "keep one of them");
        } else if (stated.isEmpty() && !map.has("external") && !map.has("driver")) {
            problem(
                    subject,
                    field.key(),
                    "the " + kind + " " + name + " comes from nowhere",
                    "state one of " + String.join(", ", sources) + ", or external: true");
        }
    }

    private void line(String name, MapValue service, String field) {
        FieldReader.scalar(service, field).filter(ScalarValue::isString).ifPresent(line -> {
            Optional<CommandWords> words = CommandWords.of(line.text());
            if (words.isEmpty()) {
                problem(
                        Element.service(name),
                        line.place(),
                        "the " + field + " of the service " + name
                                + " has a quote or bracket that is not closed, or a bracket without '$'",
                        "close or quote it, or write the " + field + " as a list");
            } else if (!words.get().dropped().isEmpty()) {
                context.warn(
                        line.place(),
                        "No shell reads the " + field + " of " + name + ", so Compose drops it from '"
                                + words.get().dropped().charAt(0) + "' on; write [\"sh\", \"-c\", \"...\"].");
            }
        });
    }

    private void ports(String name, MapValue service) {
        for (Value item : FieldReader.items(service, "ports")) {
            MapValue port = item instanceof MapValue map ? map : MapValue.empty(item.place());
            FieldReader.scalar(port, "host_ip")
                    .filter(ip -> !IpText.isAddress(ip.text()))
                    .ifPresent(ip -> problem(
                            Element.service(name),
                            ip.place(),
                            "a port of the service " + name + " is published on '" + ip.text()
                                    + "', which is no address",
                            "write an address of this machine, or leave host_ip out"));
            FieldReader.scalar(port, "published")
                    .filter(p -> p.kind() == Kind.FLOAT)
                    .ifPresent(p -> problem(
                            Element.service(name),
                            p.place(),
                            "a port of the service " + name + " is published as " + p.text() + ", which is no port",
                            "write a whole number without a point"));
        }
    }

    private void build(String name, MapValue service, MapValue build) {
        if (text(build, "dockerfile").isPresent()
                && text(build, "dockerfile_inline").isPresent()) {
            problem(
                    Element.service(name),
                    build.field("dockerfile_inline").orElseThrow().key(),
                    "the build of " + name + " states dockerfile and dockerfile_inline, which exclude each" + " other",
                    "keep one of them");
        }
        for (FieldReader.Pair pair : FieldReader.pairs(build, "additional_contexts")) {
            String context1 = pair.value().orElse("");
            if (context1.startsWith(SERVICE_PREFIX)) {
                String other = context1.substring(SERVICE_PREFIX.length());
                Field named = model.section(Model.SERVICES).get(other);
                boolean builds = named != null && named.value() instanceof MapValue map && map.has("build");
                if (!builds) {
                    problem(
                            Element.service(name),
                            pair.place(),
                            "the build of " + name + " takes the image of " + other + ", which "
                                    + (named == null ? "is no service of the project" : "is not built here"),
                            "name a service that has a build");
                }
            }
        }
        List<String> platforms = FieldReader.texts(build, "platforms");
        text(service, "platform")
                .filter(platform -> !platforms.isEmpty() && !platforms.contains(platform.text()))
                .ifPresent(platform -> problem(
                        Element.service(name),
                        platform.place(),
                        "the platform " + platform.text() + " of " + name + " is not among those it is" + " built for",
                        "add it to build.platforms"));
        for (Value item : FieldReader.items(build, "secrets")) {
            Optional<ScalarValue> secret = item instanceof ScalarValue scalar
                    ? Optional.of(scalar)
                    : Optional.of(item)
                            .filter(MapValue.class::isInstance)
                            .flatMap(map -> FieldReader.scalar((MapValue) map, "source"));
            secret.filter(s -> !model.section(Model.SECRETS).containsKey(s.text()))
                    .ifPresent(s -> problem(
                            Element.service(name),
                            s.place(),
                            "the build of " + name + " uses the secret " + s.text() + ", which is not declared",
                            "declare it under secrets:, or correct the name"));
        }
    }

    private void targets(String name, MapValue service) {
        Map<String, Place> mounted = new HashMap<>();
        List<ScalarValue> targets = new ArrayList<>();
        List<Value> temporary = new ArrayList<>(FieldReader.items(service, "tmpfs"));
        FieldReader.scalar(service, "tmpfs").ifPresent(temporary::add);
        temporary.forEach(item -> {
            if (item instanceof ScalarValue scalar) {
                targets.add(new ScalarValue(
                        scalar.place(), scalar.kind(), scalar.text().split(":", 2)[0]));
            }
        });
        FieldReader.items(service, "volumes").forEach(item -> {
            if (item instanceof MapValue volume) {
                FieldReader.scalar(volume, "target").ifPresent(targets::add);
            }
        });
        for (ScalarValue target : targets) {
            Place other = mounted.putIfAbsent(target.text(), target.place());
            if (other != null) {
                problem(
                        Element.service(name),
                        target.place(),
                        "the service " + name + " mounts " + target.text() + " twice, first at " + other.mark(),
                        "remove one of the two");
            }
        }
    }

    private void watch(String name, Value item) {
        if (!(item instanceof MapValue watch)) {
            return;
        }
        String action = FieldReader.text(watch, "action").orElse("");
        if (FieldReader.text(watch, "target").isEmpty()
                && !Set.of("rebuild", "restart").contains(action)) {
            problem(
                    Element.service(name),
                    watch.place(),
                    "a watch of the service " + name + " states no target, which only rebuild and restart"
                            + " can do without",
                    "add target:");
        }
    }

    private static Optional<ScalarValue> text(MapValue map, String name) {
        return FieldReader.scalar(map, name).filter(scalar -> !scalar.text().isEmpty());
    }

    private static boolean isTrue(MapValue map, String name) {
        return FieldReader.scalar(map, name)
                .filter(s -> s.text().equals("true"))
                .isPresent();
    }

    private void problem(Element subject, Place at, String message, String fix) {
        context.problem(new LoadProblem(LoadProblem.Rule.INVALID, List.of(subject), at.mark(), message, fix));
    }
}
