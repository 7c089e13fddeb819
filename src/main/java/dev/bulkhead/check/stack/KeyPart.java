package dev.bulkhead.check.stack;

import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.schema.StackMisfit;
import dev.bulkhead.compose.schema.StackSchema;
import dev.bulkhead.compose.stack.StackFile;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Findings about keys: what the schema of stack files does not allow, and what the tables tell of the others. */
final class KeyPart {

    private static final List<StackKey> KEYS =
            Stream.concat(ServiceKeys.ALL.stream(), ResourceKeys.ALL.stream()).toList();

    private static final List<StackKey> REFUSED =
            KEYS.stream().filter(key -> key.fate() == StackFate.REFUSED).toList();

    private static final List<StackKey> OTHERS =
            KEYS.stream().filter(key -> key.fate() != StackFate.REFUSED).toList();

    private static final int SHOWN = 3;

    private final StackLook look;
    private final Map<List<Object>, Hit> hits = new LinkedHashMap<>();
    private final List<String> path = new ArrayList<>();

    KeyPart(StackLook look) {
        this.look = look;
    }

    void run() {
        String version = version(look.stack().files().getFirst());
        for (StackFile file : look.stack().files()) {
            Optional<Integer> minor = minor(version(file));
            if (minor.isEmpty()) {
                Value written = file.root().get("version").orElse(file.root());
                look.tell(
                        StackFate.REFUSED,
                        Severity.ERROR,
                        List.of("version"),
                        written.place(),
                        "it reads files of the versions 3.0 to 3." + StackSchema.NEWEST + " only",
                        "Remove the line; without it the newest counts.");
            } else {
                StackSchema.bundled().check(file.root(), minor.get(), this::misfit);
                if (file.main() && !version(file).equals(version)) {
                    look.tell(
                            StackFate.REFUSED,
                            Severity.ERROR,
                            List.of("version"),
                            file.root()
                                    .field("version")
                                    .map(f -> f.key())
                                    .orElse(file.root().place()),
                            "the first file is of version " + version + " and " + file.name() + " of " + version(file),
                            "Give all files one version, or none.");
                }
            }
            walk(file.root());
        }
        hits.values().forEach(this::tell);
    }

    /**
     * A key that is told of, once for all who take it from one place.
     *
     * @param path where it belongs to first
     * @param owners the elements it belongs to
     */
    private record Hit(StackKey key, List<String> path, Place at, List<String> owners) {}

    /** An anchor that is used ten times is one line to change. */
    private void note(StackKey key, List<String> path, Place at) {
        List<Object> cause =
                List.of(key.fate(), key.meaning(), path.getLast(), at.source().name(), at.offset());
        Hit hit = hits.computeIfAbsent(cause, _ -> new Hit(key, List.copyOf(path), at, new ArrayList<>()));
        if (path.size() > 1 && !hit.owners().contains(path.get(1))) {
            hit.owners().add(path.get(1));
        }
    }

    private void tell(Hit hit) {
        List<String> others = hit.owners().isEmpty()
                ? List.of()
                : hit.owners().subList(1, hit.owners().size());
        int more = others.size() - SHOWN;
        String also = others.isEmpty()
                ? ""
                : ", and so for " + String.join(", ", others.subList(0, Math.min(SHOWN, others.size())))
                        + (more > 0 ? " and " + more + " more" : "");
        StackKey key = hit.key();
        look.tell(key.fate(), key.severity(), hit.path(), hit.at(), key.meaning() + also + reach(hit), key.remedy());
    }

    /** Of all keys here only this one decides who reaches whom. */
    private String reach(Hit hit) {
        if (!hit.path().getLast().equals("network_mode")) {
            return "";
        }
        return look.reach().words(topology -> {
            Topology changed = topology;
            for (String service : hit.owners()) {
                changed = AsStack.ownNamespace(changed, service);
            }
            return changed;
        });
    }

    private static String version(StackFile file) {
        String stated =
                file.root().get("version").orElse(file.root()) instanceof ScalarValue scalar ? scalar.text() : "";
        return stated.isEmpty() || stated.equals("3") ? "3." + StackSchema.NEWEST : stated;
    }

    private static Optional<Integer> minor(String version) {
        if (!version.matches("3\\.\\d{1,2}")) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(version.substring(2)))
                .filter(number -> number <= StackSchema.NEWEST && version.equals("3." + number));
    }

    private void misfit(StackMisfit misfit) {
        // At most one row matches; StackTablesTest holds that.
        Optional<StackKey> known = REFUSED.stream()
                .filter(key -> key.path().matches(misfit.path()))
                .findFirst();
        String why = "it " + misfit.why();
        String remedy = !misfit.since().isEmpty()
                ? "Write version: \"" + misfit.since() + "\", or no version at all."
                : known.map(StackKey::remedy).orElse(remedy(misfit));
        String meaning = misfit.since().isEmpty()
                ? known.map(StackKey::meaning).filter(words -> !words.isEmpty()).orElse(why)
                : why;
        note(StackKey.refused(String.join(".", misfit.path()), meaning, remedy), misfit.path(), misfit.at());
    }

    private static String remedy(StackMisfit misfit) {
        if (misfit.unknown()) {
            return "Remove it; nothing of a stack does the same.";
        }
        boolean quotes = misfit.why().contains("text") && !misfit.why().contains("a list stands");
        return quotes ? "Put it in quotes." : "Write it so, or remove it.";
    }

    private void walk(Value value) {
        switch (value) {
            case MapValue map ->
                map.fields().forEach((name, field) -> {
                    path.addLast(name);
                    OTHERS.stream()
                            .filter(key ->
                                    key.path().matches(path) && key.when().test(field.value()))
                            .forEach(key -> note(key, path, field.key()));
                    walk(field.value());
                    path.removeLast();
                });
            case ListValue list -> {
                path.addLast("[]");
                list.items().forEach(this::walk);
                path.removeLast();
            }
            case ScalarValue _ -> {}
        }
    }
}
