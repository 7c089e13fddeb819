package dev.bulkhead.workspace;

import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.FieldElement;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldEdit.AddElement;
import dev.bulkhead.topology.edit.FieldEdit.AddItem;
import dev.bulkhead.topology.edit.FieldEdit.RemoveField;
import dev.bulkhead.topology.edit.FieldEdit.RemoveItem;
import dev.bulkhead.topology.edit.FieldEdit.SetField;
import dev.bulkhead.topology.edit.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Edits of fields that an operator might make, chosen by a seeded generator. */
final class RandomFieldEdits {

    private static final List<String> TEXTS = List.of(
            "plain",
            "",
            "yes",
            "0640",
            "a: b #c",
            "x #y",
            "it's \"quoted\"",
            "$5 and ${NOT_A_VARIABLE}",
            "[a, b]",
            "*star & more",
            "two\nlines",
            "tab\there",
            "größe",
            "12:30",
            " padded ");

    /** Fields that Compose needs, or that edits of their own are for. */
    private static final Set<String> NEEDED = Set.of(
            "image",
            "build",
            "extends",
            "networks",
            "ports",
            "network_mode",
            "depends_on",
            "provider",
            "volumes_from",
            "links");

    private final Random random;

    RandomFieldEdits(long seed) {
        this.random = new Random(seed);
    }

    /** Returns an edit of some service, or of an element of another section. */
    FieldEdit next(ResolvedProject project) {
        List<String> services = List.copyOf(project.sections()
                .getOrDefault("services", ResolvedValue.Fields.none())
                .fields()
                .keySet());
        if (services.isEmpty()) {
            return newElement(project);
        }
        String service = pick(services);
        ResolvedValue.Fields fields = fields(project, service);
        return switch (random.nextInt(19)) {
            case 0 -> new SetField(of(service, "environment", pick(List.of("BULKHEAD_A", "TZ", "PUID"))), text());
            case 1 -> new SetField(of(service, "labels", pick(List.of("bulkhead.tried", "traefik.enable"))), text());
            case 2 -> limit(service, fields);
            case 3 -> healthCheck(service);
            case 4 -> new SetField(of(service, "read_only"), FieldValue.flag(random.nextBoolean()));
            case 5 ->
                list(service, fields, pick(List.of("cap_add", "cap_drop", "security_opt", "dns", "tmpfs", "env_file")));
            case 6 -> dependency(service, services);
            case 7 ->
                new SetField(of(service, "x-bulkhead", "note"), FieldValue.text(pick(List.of("a", "b c", "d: e"))));
            case 8 -> new SetField(of(service, pick(List.of("user", "working_dir", "restart"))), restart());
            case 9 -> new SetField(of(service, "logging"), logging());
            case 10 -> new SetField(of(service, "command"), FieldValue.texts("sh", "-c", "echo $HOME; sleep 1"));
            case 11 -> newElement(project);
            case 12, 13 -> change(service, fields);
            case 14, 15 -> elsewhere(project, service);
            case 16 -> map(service);
            default -> remove(service, fields);
        };
    }

    private FieldElement of(String service, String name, String... below) {
        return Element.service(service).field(name, below);
    }

    private FieldValue text() {
        return FieldValue.text(pick(TEXTS));
    }

    private FieldValue restart() {
        return FieldValue.text(pick(List.of("no", "always", "unless-stopped")));
    }

    private static FieldValue logging() {
        return FieldValue.fields()
                .with("driver", FieldValue.text("json-file"))
                .with("options", FieldValue.fields().with("max-size", FieldValue.text("10m")));
    }

    /** Compose refuses a limit that both of its places state differently. */
    private FieldEdit limit(String service, ResolvedValue.Fields fields) {
        FieldValue size = FieldValue.text(pick(List.of("64m", "1g", "512M")));
        return fields.get("mem_limit").isPresent()
                ? new SetField(of(service, "mem_limit"), size)
                : new SetField(of(service, "deploy", "resources", "limits", "memory"), size);
    }

    private FieldEdit healthCheck(String service) {
        return random.nextBoolean()
                ? new SetField(of(service, "healthcheck", "retries"), FieldValue.number(random.nextInt(9) + 1))
                : new SetField(
                        of(service, "healthcheck"),
                        FieldValue.fields()
                                .with("test", FieldValue.texts("CMD", "true"))
                                .with("interval", FieldValue.text("30s")));
    }

    private FieldEdit list(String service, ResolvedValue.Fields fields, String name) {
        String item = switch (name) {
            case "env_file" -> "./bulkhead.env";
            case "cap_add", "cap_drop" -> pick(List.of("ALL", "NET_RAW", "MKNOD"));
            case "security_opt" -> "no-new-privileges:true";
            case "dns" -> "192.0.2.53";
            default -> "/bulkhead-tmp";
        };
        Optional<String> present = fields.get(name)
                .filter(ResolvedValue.Items.class::isInstance)
                .map(v -> ((ResolvedValue.Items) v).items())
                .filter(items -> !items.isEmpty() && items.getFirst() instanceof ResolvedValue.Scalar)
                .map(items -> ((ResolvedValue.Scalar) items.getFirst()).text());
        return present.isPresent() && random.nextBoolean()
                ? new RemoveItem(of(service, name), FieldValue.text(present.get()))
                : new AddItem(of(service, name), FieldValue.text(item));
    }

    /** A map of the service that is not environment or labels. */
    private FieldEdit map(String service) {
        return switch (random.nextInt(4)) {
            case 0 -> new SetField(of(service, "sysctls", "net.core.somaxconn"), FieldValue.text("1024"));
            case 1 -> new SetField(of(service, "ulimits", "nofile"), FieldValue.number(4096));
            case 2 -> new SetField(of(service, "annotations", "bulkhead.tried"), FieldValue.text(pick(TEXTS)));
            default -> new AddItem(of(service, "extra_hosts"), FieldValue.text("tried.example:192.0.2.9"));
        };
    }

    /** A field of a network or volume, or an element that nothing refers to. */
    private FieldEdit elsewhere(ResolvedProject project, String service) {
        for (Element added : List.of(
                Element.service("added1"),
                new Element.VolumeElement("added1"),
                new Element.SecretElement("added1"),
                new Element.ConfigElement("added1"))) {
            String section = added.text().substring(0, added.text().indexOf(':')) + "s";
            boolean present = project.sections()
                    .getOrDefault(section, ResolvedValue.Fields.none())
                    .get("added1")
                    .isPresent();
            if (present && random.nextInt(3) == 0) {
                return new FieldEdit.RemoveElement(added);
            }
        }
        List<Element> owners = new ArrayList<>();
        own(project, "networks", Element::network, owners);
        own(project, "volumes", Element.VolumeElement::new, owners);
        return owners.isEmpty()
                ? new SetField(of(service, "labels", "bulkhead.else"), text())
                : new SetField(pick(owners).field("labels", "bulkhead.tried"), text());
    }

    private static void own(
            ResolvedProject project, String section, Function<String, Element> element, List<Element> owners) {
        project.sections()
                .getOrDefault(section, ResolvedValue.Fields.none())
                .fields()
                .forEach((key, value) -> {
                    boolean external = value instanceof ResolvedValue.Fields fields
                            && fields.get("external").isPresent();
                    if (!external) {
                        owners.add(element.apply(key));
                    }
                });
    }

    private FieldEdit dependency(String service, List<String> services) {
        return new SetField(
                of(service, "depends_on", pick(services)),
                FieldValue.fields().with("condition", FieldValue.text("service_started")));
    }

    private FieldEdit newElement(ResolvedProject project) {
        int number = 1;
        while (project.sections().values().stream().anyMatch(has("added" + number))) {
            number++;
        }
        String key = "added" + number;
        return switch (random.nextInt(5)) {
            case 4 ->
                new AddElement(
                        new Element.ConfigElement(key),
                        FieldValue.fields().with("content", FieldValue.text("a\nb: c\n")));
            case 0 ->
                new AddElement(
                        Element.service(key),
                        FieldValue.fields()
                                .with("image", FieldValue.text("busybox:1"))
                                .with("command", FieldValue.text("sleep 9"))
                                .with("environment", FieldValue.fields().with("A", text())));
            case 1 -> new AddElement(new Element.VolumeElement(key), FieldValue.fields());
            case 2 ->
                new AddElement(
                        new Element.SecretElement(key),
                        FieldValue.fields().with("file", FieldValue.text("./token.txt")));
            default ->
                new AddElement(Element.network(key), FieldValue.fields().with("internal", FieldValue.flag(true)));
        };
    }

    private static Predicate<ResolvedValue.Fields> has(String key) {
        return fields -> fields.get(key).isPresent();
    }

    /** Changes a variable or label that is there, wherever it stands. */
    private FieldEdit change(String service, ResolvedValue.Fields fields) {
        String holder = pick(List.of("environment", "labels"));
        List<String> names = names(fields.get(holder));
        return names.isEmpty()
                ? new SetField(of(service, holder, "BULKHEAD_B"), text())
                : new SetField(of(service, holder, pick(names)), text());
    }

    private static List<String> names(Optional<ResolvedValue> holder) {
        List<String> names = new ArrayList<>();
        if (holder.isPresent() && holder.get() instanceof ResolvedValue.Fields map) {
            names.addAll(map.fields().keySet());
        } else if (holder.isPresent() && holder.get() instanceof ResolvedValue.Items list) {
            list.items().stream()
                    .filter(ResolvedValue.Scalar.class::isInstance)
                    .map(item -> ((ResolvedValue.Scalar) item).text().split("=", 2)[0])
                    .forEach(names::add);
        }
        return names;
    }

    private FieldEdit remove(String service, ResolvedValue.Fields fields) {
        List<String> names = fields.fields().keySet().stream()
                .filter(n -> !NEEDED.contains(n))
                .toList();
        if (names.isEmpty()) {
            return new SetField(of(service, "labels", "bulkhead.more"), text());
        }
        String name = pick(names);
        List<String> below = names(fields.get(name)
                .filter(v -> v instanceof ResolvedValue.Fields
                        || Set.of("environment", "labels").contains(name)));
        return below.isEmpty() || random.nextInt(3) == 0
                ? new RemoveField(of(service, name))
                : new RemoveField(of(service, name, pick(below)));
    }

    private static ResolvedValue.Fields fields(ResolvedProject project, String service) {
        return project.sections()
                .getOrDefault("services", ResolvedValue.Fields.none())
                .get(service)
                .filter(ResolvedValue.Fields.class::isInstance)
                .map(ResolvedValue.Fields.class::cast)
                .orElse(ResolvedValue.Fields.none());
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
