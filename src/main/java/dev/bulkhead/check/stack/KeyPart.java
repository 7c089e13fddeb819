package dev.bulkhead.check.stack;

import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.schema.StackMisfit;
import dev.bulkhead.compose.schema.StackSchema;
import dev.bulkhead.compose.stack.StackFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Findings about keys: what the schema of stack files does not allow, and what the tables tell of the others. */
final class KeyPart {

    private static final List<StackKey> KEYS =
            Stream.concat(ServiceKeys.ALL.stream(), ResourceKeys.ALL.stream()).toList();

    private static final List<StackKey> REFUSED =
            KEYS.stream().filter(key -> key.fate() == StackFate.REFUSED).toList();

    private static final List<StackKey> OTHERS =
            KEYS.stream().filter(key -> key.fate() != StackFate.REFUSED).toList();

    private final StackLook look;
    private final Set<Object> told = new HashSet<>();
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
        // An anchor that is used ten times is one line to change.
        if (!told.add(List.of(
                misfit.at().source().name(), misfit.at().offset(), misfit.path().getLast()))) {
            return;
        }
        Optional<StackKey> known = REFUSED.stream()
                .filter(key -> key.path().matches(misfit.path()))
                .findFirst();
        String why = "it " + misfit.why();
        String remedy = !misfit.since().isEmpty()
                ? "Write version: \"" + misfit.since() + "\", or no version at all."
                : known.map(StackKey::remedy)
                        .orElse(
                                misfit.unknown()
                                        ? "Remove it; nothing of a stack does the same."
                                        : misfit.why().contains("text")
                                                        && !misfit.why().contains("a list stands")
                                                ? "Put it in quotes."
                                                : "Write it so, or remove it.");
        String meaning =
                known.map(StackKey::meaning).filter(words -> !words.isEmpty()).orElse(why);
        look.tell(
                StackFate.REFUSED,
                Severity.ERROR,
                misfit.path(),
                misfit.at(),
                misfit.since().isEmpty() ? meaning : why,
                remedy);
    }

    private void walk(Value value) {
        switch (value) {
            case MapValue map ->
                map.fields().forEach((name, field) -> {
                    path.addLast(name);
                    for (StackKey key : OTHERS) {
                        boolean meant = key.path().matches(path) && key.when().test(field.value());
                        if (meant
                                && told.add(List.of(
                                        key,
                                        field.key().source().name(),
                                        field.key().offset()))) {
                            look.tell(
                                    key.fate(),
                                    key.severity(),
                                    path,
                                    field.key(),
                                    key.meaning() + reach(),
                                    key.remedy());
                        }
                    }
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

    /** Of all keys here only this one decides who reaches whom. */
    private String reach() {
        if (path.size() != 3 || !path.getLast().equals("network_mode")) {
            return "";
        }
        String service = path.get(1);
        return look.reach().words(topology -> AsStack.ownNamespace(topology, service));
    }
}
