package dev.bulkhead.check.stack.make;

import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.compose.ResolvedValue.Fields;
import dev.bulkhead.compose.export.ResolvedPaths;
import dev.bulkhead.compose.export.SecretMask;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Making of a stack from a project: each key that {@code docker stack deploy} would refuse, change or drop is written in the form
 * that means the same, or said to be lost.
 */
public final class StackMaking {

    private final ResolvedProject resolved;
    private final ResolvedPaths paths;
    private final StoredFiles stored;
    private final Wishes wishes;
    private final List<StackChoice> choices = new ArrayList<>();

    /**
     * What the operator chooses.
     *
     * @param vip whether names answer with one address for all tasks of a service, which is shared out by IPVS, instead of with
     *     theirs, as to Compose
     */
    public record Wishes(boolean vip) {}

    private StackMaking(ResolvedProject resolved, FileTree files, Wishes wishes) {
        this.resolved = resolved;
        this.paths = new ResolvedPaths(resolved.project());
        this.stored = new StoredFiles(resolved.project(), files, choices);
        this.wishes = wishes;
    }

    /** Returns the stack of a project; nothing is written. */
    public static MadeStack of(ResolvedProject resolved, FileTree files, Wishes wishes) {
        return new StackMaking(resolved, files, wishes).make();
    }

    private MadeStack make() {
        Topology topology = resolved.project().topology();
        Map<String, String> staying = staying(topology);
        SequencedMap<String, Fields> services = new LinkedHashMap<>();
        List<StackService> exchanged = new ArrayList<>();
        NetworkMaking networks = new NetworkMaking(topology, section("networks"), choices);
        for (String key : ordered(topology)) {
            if (staying.containsKey(key) || !section("services").containsKey(key)) {
                continue;
            }
            Service service = topology.service(key).orElseThrow();
            Fields written = section("services").get(key) instanceof Fields fields
                    ? (Fields) paths.absolute("services", fields)
                    : Fields.none();
            ServiceMaking making = new ServiceMaking(topology, service, networks, stored, choices, wishes);
            services.put(key, making.make(written));
            exchanged.add(making.exchanged());
        }
        List<MadeStack.Staying> left = new ArrayList<>();
        staying.forEach((key, why) -> {
            List<String> joined = topology.service(key).stream()
                    .flatMap(service -> service.attachments().stream())
                    .map(attachment -> attachment.network())
                    .filter(networks::isUsed)
                    .map(networks::name)
                    .toList();
            left.add(new MadeStack.Staying(key, joined, why));
        });
        SequencedMap<String, Fields> sections = new LinkedHashMap<>();
        sections.put("services", Tree.fields(services));
        sections.put("networks", Tree.fields(networks.make()));
        sections.put("volumes", Tree.fields(volumes(topology, services)));
        sections.put("secrets", Tree.fields(stored.secrets(section("secrets"), services, paths)));
        sections.put("configs", Tree.fields(stored.configs(section("configs"), services, paths)));
        Map<String, Fields> kept = new StackPruning(choices).prune(sections);
        StackWriter writer = new StackWriter(SecretMask.of(topology.services().values()));
        String text = writer.write(topology.project(), kept);
        return new MadeStack(
                topology.project(),
                text,
                exchanged,
                left,
                List.copyOf(choices),
                new TreeSet<>(writer.required()),
                new TreeMap<>(stored.fromVariables()),
                stored.files());
    }

    private Map<String, ResolvedValue> section(String name) {
        return resolved.sections().getOrDefault(name, Fields.none()).fields();
    }

    /** Whoever needs what only its host can give, and both sides of a shared network, cannot be part of a stack. */
    private Map<String, String> staying(Topology topology) {
        Map<String, String> staying = new TreeMap<>();
        for (Service service : topology.services().values()) {
            Fields written = section("services").get(service.key()) instanceof Fields fields ? fields : Fields.none();
            if (service.networkMode() instanceof NetworkMode.OfService owner) {
                staying.put(service.key(), "it uses the network of " + owner.service() + ", which no stack can");
                staying.putIfAbsent(owner.service(), "other services use its network, which no stack can");
            } else if (service.networkMode() instanceof NetworkMode.OfContainer) {
                staying.put(service.key(), "it uses the network of another container, which no stack can");
            }
            for (String key : List.of("privileged", "devices", "gpus", "device_cgroup_rules")) {
                if (written.get(key).filter(Tree::says).isPresent()) {
                    staying.putIfAbsent(service.key(), "a stack drops " + key + ", without which it does not work");
                }
            }
        }
        return staying;
    }

    /** Services with those before them that they depend on; in a circle the order of the files counts. */
    private static List<String> ordered(Topology topology) {
        Set<String> done = new LinkedHashSet<>();
        topology.services().keySet().forEach(key -> visit(topology, key, new LinkedHashSet<>(), done));
        return List.copyOf(done);
    }

    private static void visit(Topology topology, String key, Set<String> above, Set<String> done) {
        Optional<Service> service = topology.service(key);
        if (service.isEmpty() || done.contains(key) || !above.add(key)) {
            return;
        }
        service.get().dependsOn().stream()
                .map(Dependency::service)
                .forEach(other -> visit(topology, other, above, done));
        done.add(key);
    }

    private Map<String, Fields> volumes(Topology topology, Map<String, Fields> services) {
        Set<String> used = new LinkedHashSet<>();
        services.values().stream()
                .flatMap(service -> Tree.items(service.get("volumes")).stream())
                .filter(Fields.class::isInstance)
                .map(Fields.class::cast)
                .filter(volume -> volume.text("type").filter("volume"::equals).isPresent())
                .flatMap(volume -> volume.text("source").stream())
                .forEach(used::add);
        Map<String, Fields> volumes = new LinkedHashMap<>();
        section("volumes").forEach((key, value) -> {
            if (used.contains(key)) {
                Fields fields = value instanceof Fields stated ? stated : Fields.none();
                boolean named = fields.text("name").isPresent()
                        || fields.text("external").isPresent();
                volumes.put(key, named ? fields : fields.with("name", Tree.text(topology.project() + "_" + key)));
            }
        });
        return volumes;
    }
}
