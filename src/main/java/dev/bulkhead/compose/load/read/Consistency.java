package dev.bulkhead.compose.load.read;

import dev.bulkhead.compose.LoadProblem;
import dev.bulkhead.compose.LoadProblem.Rule;
import dev.bulkhead.compose.load.model.Model;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.value.FieldReader;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.load.value.Values;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Check of the finished project for what Compose refuses; only services of active profiles count (compose-go {@code
 * loader/validate.go}).
 */
public final class Consistency {

    private static final Set<String> TEST_FORMS = Set.of("CMD", "CMD-SHELL", "NONE");

    private static final Pattern HOST_ENTRY = Pattern.compile("^[^=:]+(=|:[^=]*$)");
    private static final Pattern CONTAINER_NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]+");

    private final LoadContext context;
    private final SourceMapBuilder marks;
    private final Model model;
    private final Topology topology;
    private final Set<String> active = new TreeSet<>();

    public Consistency(
            LoadContext context, SourceMapBuilder marks, Model model, Topology topology, List<String> profiles) {
        this.context = context;
        this.marks = marks;
        this.model = model;
        this.topology = topology;
        topology.services().values().stream()
                .filter(s -> isActive(s, profiles))
                .map(Service::key)
                .forEach(active::add);
    }

    public void check() {
        ElementRules rules = new ElementRules(context, model);
        rules.everything();
        EngineRules engine = new EngineRules(context, marks, topology);
        engine.networks();
        Map<String, String> containerNames = new HashMap<>();
        for (String key : active) {
            Service service = topology.services().get(key);
            Field field = model.section(Model.SERVICES).get(key);
            if (service != null && field != null && field.value() instanceof MapValue map) {
                rules.active(key, map);
                engine.service(service, map);
                source(key, map);
                networks(service, map);
                dependencies(service, map);
                references(key, map);
                health(key, map);
                hosts(key, map);
                containerName(service, map, containerNames);
            }
        }
        new DependencyCycles(topology, active).find().ifPresent(this::cycle);
    }

    private static boolean isActive(Service service, List<String> profiles) {
        return service.profiles().isEmpty()
                || profiles.contains("*")
                || service.profiles().stream().anyMatch(profiles::contains);
    }

    private void source(String key, MapValue map) {
        boolean image = FieldReader.text(map, "image").isPresent();
        if (!image && !map.has("build") && !map.has("provider")) {
            problem(
                    Rule.INVALID,
                    key,
                    mark(Element.service(key)),
                    "the service " + key + " has neither an image nor a build",
                    "add image: or build:");
        }
    }

    private void networks(Service service, MapValue map) {
        String key = service.key();
        boolean stated = FieldReader.map(map, "networks")
                .filter(m -> !m.fields().isEmpty())
                .isPresent();
        Optional<String> mode = service.networkMode().text();
        if (stated && mode.isPresent()) {
            problem(
                    Rule.NETWORKS_WITH_NETWORK_MODE,
                    key,
                    mark(Element.service(key).field("networks")),
                    "the service " + key + " states networks and network_mode: " + mode.get()
                            + ", which exclude each other",
                    "remove one of the two");
        }
        for (Attachment attachment : service.attachments()) {
            String network = attachment.network();
            if (topology.network(network).isEmpty()) {
                context.problem(new LoadProblem(
                        Rule.UNDEFINED_NETWORK,
                        List.of(Element.service(key), Element.network(network)),
                        mark(Element.membership(key, network)),
                        "the service " + key + " joins the network " + network + ", which is not declared",
                        "declare it under networks:, or correct the name"));
            }
        }
    }

    private void dependencies(Service service, MapValue map) {
        String key = service.key();
        Optional<String> owner = service.networkMode() instanceof NetworkMode.OfService(String name)
                ? Optional.of(name)
                : Optional.empty();
        if (owner.isPresent() && !active.contains(owner.get())) {
            problem(
                    Rule.UNDEFINED_NETWORK_MODE_SERVICE,
                    key,
                    mark(Element.service(key).field("network_mode")),
                    "the service " + key + " shares the network of " + owner.get() + ", which " + absence(owner.get()),
                    remedy(service, owner.get(), false));
        }
        for (Dependency dependency : service.dependsOn()) {
            String target = dependency.service();
            boolean optional =
                    !dependency.required() && topology.service(target).isPresent();
            if (!active.contains(target) && !optional && !owner.equals(Optional.of(target))) {
                context.problem(new LoadProblem(
                        Rule.UNDEFINED_DEPENDENCY,
                        List.of(Element.service(key), Element.service(target)),
                        mark(Element.service(key).field("depends_on").field(target)),
                        "the service " + key + " depends on " + target + ", which " + absence(target),
                        remedy(service, target, waitsFor(map, target))));
            }
        }
    }

    private String absence(String service) {
        return topology.service(service).isPresent() ? "no active profile starts" : "is no service of the project";
    }

    /** What is needed by a link, a namespace or a mount cannot be made optional. */
    private static boolean waitsFor(MapValue map, String target) {
        return FieldReader.map(map, "depends_on")
                .filter(stated -> stated.fields().containsKey(target))
                .isPresent();
    }

    private String remedy(Service service, String needed, boolean optional) {
        return topology.service(needed)
                .filter(there -> !there.profiles().isEmpty())
                .map(there -> "start it too (--profile " + there.profiles().getFirst() + ")"
                        + (optional ? ", give " : ", or give ") + service.key() + " the same profile"
                        + (optional ? ", or write required: false at " + needed : ""))
                .orElse("correct the name, or add that service");
    }

    private void references(String key, MapValue map) {
        for (Value item : FieldReader.items(map, "volumes")) {
            if (item instanceof MapValue volume
                    && FieldReader.text(volume, "type").orElse("").equals("volume")) {
                FieldReader.scalar(volume, "source").ifPresent(s -> reference(key, Model.VOLUMES, "volume", s));
            }
        }
        for (String section : List.of(Model.SECRETS, Model.CONFIGS)) {
            String kind = section.substring(0, section.length() - 1);
            for (Value item : FieldReader.items(map, section)) {
                if (item instanceof MapValue mount) {
                    FieldReader.scalar(mount, "source").ifPresent(s -> reference(key, section, kind, s));
                }
            }
        }
        FieldReader.map(map, "models")
                .ifPresent(models -> models.fields()
                        .forEach((name, field) ->
                                reference(key, Model.MODELS, "model", Values.string(field.key(), name))));
    }

    private void reference(String key, String section, String kind, ScalarValue name) {
        if (!name.text().isEmpty() && !model.section(section).containsKey(name.text())) {
            problem(
                    Rule.INVALID,
                    key,
                    name.place().mark(),
                    "the service " + key + " uses the " + kind + " " + name.text() + ", which is not declared",
                    "declare it under " + section + ":, or correct the name");
        }
    }

    private void health(String key, MapValue map) {
        Optional<Value> test = FieldReader.map(map, "healthcheck").flatMap(check -> check.get("test"));
        if (test.isPresent()
                && test.get() instanceof ListValue list
                && !list.items().isEmpty()
                && list.items().getFirst() instanceof ScalarValue first
                && !TEST_FORMS.contains(first.text())) {
            problem(
                    Rule.INVALID,
                    key,
                    first.place().mark(),
                    "the health check of " + key + " starts with none of CMD, CMD-SHELL and NONE",
                    "put one of them first in the list");
        }
    }

    /** An entry is {@code NAME=ADDRESS} or {@code NAME:ADDRESS}; the address may be anything (compose-go, hostList.go). */
    private void hosts(String key, MapValue map) {
        for (Value item : FieldReader.items(map, "extra_hosts")) {
            if (item instanceof ScalarValue entry
                    && !HOST_ENTRY.matcher(entry.text()).find()) {
                problem(
                        Rule.INVALID,
                        key,
                        entry.place().mark(),
                        "the extra host '" + entry.text() + "' of " + key + " names no host or no address",
                        "write it as NAME=ADDRESS");
            }
        }
    }

    private void containerName(Service service, MapValue map, Map<String, String> known) {
        Optional<String> name = FieldReader.scalar(map, "container_name").map(ScalarValue::text);
        if (name.isEmpty()) {
            return;
        }
        String other = known.putIfAbsent(name.get(), service.key());
        SourceMark at = mark(Element.service(service.key()).field("container_name"));
        if (!CONTAINER_NAME.matcher(name.get()).find()) {
            problem(
                    Rule.INVALID,
                    service.key(),
                    at,
                    "the container name '" + name.get() + "' of " + service.key() + " is not valid",
                    "use at least two letters, digits, '_', '.' or '-', starting with a letter or digit");
        }
        if (other != null) {
            context.problem(new LoadProblem(
                    Rule.DUPLICATE_CONTAINER_NAME,
                    List.of(Element.service(service.key()), Element.service(other)),
                    at,
                    "the container name " + name.get() + " of " + service.key() + " is also that of " + other,
                    "give one of them another name"));
        }
        boolean several = replicas(map) > 1;
        if (several) {
            problem(
                    Rule.INVALID,
                    service.key(),
                    at,
                    "the service " + service.key() + " runs several containers, which cannot share one container_name",
                    "remove container_name, or run one");
        }
    }

    static int replicas(MapValue map) {
        Optional<ScalarValue> scale = FieldReader.scalar(map, "scale")
                .or(() -> FieldReader.map(map, "deploy").flatMap(d -> FieldReader.scalar(d, "replicas")));
        try {
            return scale.isPresent() ? Integer.parseInt(scale.get().text()) : 1;
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private void cycle(List<String> services) {
        String first = services.getFirst();
        String second = services.get(1 % services.size());
        context.problem(new LoadProblem(
                Rule.DEPENDENCY_CYCLE,
                services.stream().<Element>map(Element::service).toList(),
                mark(Element.service(first).field("depends_on").field(second)),
                "services wait for each other in a circle: " + String.join(" -> ", services) + " -> " + first,
                "remove one of these dependencies"));
    }

    private void problem(Rule rule, String service, SourceMark at, String message, String fix) {
        context.problem(new LoadProblem(rule, List.of(Element.service(service)), at, message, fix));
    }

    private SourceMark mark(Element element) {
        return marks.near(element);
    }
}
