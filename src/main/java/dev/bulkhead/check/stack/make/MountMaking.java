package dev.bulkhead.check.stack.make;

import dev.bulkhead.check.stack.make.StackChoice.Kind;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.compose.ResolvedValue.Fields;
import dev.bulkhead.compose.ResolvedValue.Items;
import dev.bulkhead.compose.ResolvedValue.Scalar;
import dev.bulkhead.compose.load.model.VolumeSpec;
import dev.bulkhead.compose.schema.Quantities;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Making of what is mounted: files that are only read become configs, memory a mount, and the rest stays on its host. */
final class MountMaking {

    /** Hears of a choice. */
    interface Teller {
        void say(String key, Kind kind, String words);
    }

    private static final Set<String> SHORT = Set.of("ro", "rw", "nocopy", "z", "Z");

    private final StoredFiles stored;
    private final Teller teller;
    private final List<String> kept = new ArrayList<>();

    MountMaking(StoredFiles stored, Teller teller) {
        this.stored = stored;
        this.teller = teller;
    }

    /** Returns whether something is mounted that only one host has. */
    boolean hasState() {
        return !kept.isEmpty();
    }

    Fields make(Fields service) {
        List<ResolvedValue> mounts = new ArrayList<>();
        Fields made = service;
        for (ResolvedValue item : Tree.items(service.get("volumes"))) {
            Fields volume = item instanceof Fields fields ? longForm(fields) : Fields.none();
            String source = volume.text("source").orElse("");
            boolean bind = volume.text("type").filter("bind"::equals).isPresent();
            boolean read = volume.text("read_only").filter("true"::equals).isPresent();
            Optional<String> config = bind && read ? stored.config(source) : Optional.empty();
            if (config.isPresent()) {
                String target = volume.text("target").orElse("");
                made = Tree.add(
                        made,
                        "configs",
                        Tree.fields(Map.of("source", Tree.text(config.get()))).with("target", Tree.text(target)));
                teller.say(
                        "volumes",
                        Kind.WRITTEN,
                        target
                                + " is a config of the swarm, which every host has; for another content count its number up");
                continue;
            }
            if (!source.isEmpty()) {
                kept.add(source);
            }
            mounts.add(volume);
        }
        for (Scalar memory : service.scalars("tmpfs")) {
            mounts.add(memory(memory.text()));
        }
        service.text("shm_size")
                .ifPresent(size -> mounts.add(Tree.fields(Map.of("type", Tree.text("tmpfs")))
                        .with("target", Tree.text("/dev/shm"))
                        .with("tmpfs", Tree.fields(Map.of("size", bytes(size))))));
        made = Tree.without(Tree.without(made, "tmpfs"), "shm_size");
        made = mounts.isEmpty() ? Tree.without(made, "volumes") : made.with("volumes", new Items(mounts));
        if (hasState()) {
            teller.say(
                    "volumes",
                    Kind.OTHERWISE,
                    String.join(", ", kept) + " " + (kept.size() == 1 ? "is" : "are")
                            + " of one host, so that the service runs on the host with the stack's label only");
        }
        return made;
    }

    private static Scalar bytes(String size) {
        return Tree.plain(Long.toString((long) Quantities.amount(size)));
    }

    /** Options of the short form are words behind the second colon. */
    private static Fields longForm(Fields volume) {
        List<String> options =
                List.of(volume.text(VolumeSpec.OPTIONS).orElse("").split(",", -1));
        Fields made = Tree.without(volume, VolumeSpec.OPTIONS);
        if (options.contains("ro")) {
            made = made.with("read_only", Tree.plain("true"));
        }
        if (options.contains("nocopy")) {
            made = Tree.set(made, Tree.plain("true"), "volume", "nocopy");
        }
        for (String option : options) {
            if (!option.isEmpty() && !SHORT.contains(option)) {
                made = Tree.set(made, Tree.text(option), "bind", "propagation");
            }
        }
        return made;
    }

    /** Returns {@code PATH:size=64m,mode=1777} as a mount. */
    private ResolvedValue memory(String text) {
        int colon = text.indexOf(':');
        Map<String, ResolvedValue> mount = new LinkedHashMap<>();
        mount.put("type", Tree.text("tmpfs"));
        mount.put("target", Tree.text(colon < 0 ? text : text.substring(0, colon)));
        for (String option :
                colon < 0 ? new String[0] : text.substring(colon + 1).split(",", -1)) {
            if (option.startsWith("size=") && !option.endsWith("%")) {
                mount.put("tmpfs", Tree.fields(Map.of("size", bytes(option.substring("size=".length())))));
            } else if (!option.matches("mode=0?1777|rw|noexec|nosuid|nodev|")) {
                teller.say(
                        "tmpfs",
                        Kind.LOST,
                        option + " of " + text + " has no form in a stack. Set it in the entrypoint.");
            }
        }
        return Tree.fields(mount);
    }
}
