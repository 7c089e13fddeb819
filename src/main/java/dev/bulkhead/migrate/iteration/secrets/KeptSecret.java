package dev.bulkhead.migrate.iteration.secrets;

import dev.bulkhead.catalogue.SecretVariables;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.evidence.ProjectText;
import dev.bulkhead.topology.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Secret that stands in a file already.
 *
 * @param key its key in the project's files
 * @param file its file, relative to the project directory
 * @param turn which renewal the next one is
 * @param readers the services that have it mounted
 * @param holders those of them that keep the value inside, with the command that tells them another
 * @param weakness why its value is weak, as part of a sentence
 * @param obstacle why another value would lock somebody out, as a sentence
 */
record KeptSecret(
        String key,
        String file,
        int turn,
        List<String> readers,
        SortedMap<String, String> holders,
        Optional<String> weakness,
        Optional<String> obstacle) {

    /** Who gives these out counts them as his own: another value has to come from him. */
    private static final Pattern SOMEBODYS =
            Pattern.compile("(?i)client|token|api[_-]?key|aws|oauth|private[_-]?key|license|claim");

    KeptSecret {
        readers = List.copyOf(readers);
        holders = Collections.unmodifiableSortedMap(new TreeMap<>(holders));
    }

    static List<KeptSecret> of(IterationInput input) {
        Optional<ProjectText> text = input.settings().text();
        List<KeptSecret> all = new ArrayList<>();
        text.flatMap(t -> Optional.ofNullable(t.project().sections().get("secrets")))
                .ifPresent(secrets -> secrets.fields()
                        .forEach((key, declared) -> SecretReferences.at(declared, List.of("file"))
                                .filter(ResolvedValue.Scalar.class::isInstance)
                                .map(path -> ((ResolvedValue.Scalar) path).text())
                                .flatMap(path -> inside(text.get(), path))
                                .ifPresent(file -> all.add(of(input, text.get(), key, file)))));
        return List.copyOf(all);
    }

    private static Optional<String> inside(ProjectText text, String path) {
        Path file = text.directory().resolve(path).normalize();
        return file.startsWith(text.directory())
                ? Optional.of(text.directory().relativize(file).toString().replace('\\', '/'))
                : Optional.empty();
    }

    private static KeptSecret of(IterationInput input, ProjectText text, String key, String file) {
        List<String> readers = new ArrayList<>();
        SortedMap<String, String> holders = new TreeMap<>();
        List<String> stuck = new ArrayList<>();
        for (Service service : input.topology().services().values()) {
            Optional<String> mounted = mounted(text, service.key(), key);
            if (mounted.isPresent()) {
                readers.add(service.key());
                Optional<SecretVariables> known = service.container().image().flatMap(input.catalogue()::secrets);
                if (known.filter(secrets -> keeps(secrets, service, mounted.get()))
                        .isPresent()) {
                    known.flatMap(SecretVariables::renew)
                            .ifPresentOrElse(
                                    command -> holders.put(service.key(), command.replace("{file}", mounted.get())),
                                    () -> stuck.add(service.key()
                                            + known.flatMap(SecretVariables::byHand)
                                                    .map(hand -> " (" + hand + ")")
                                                    .orElse("")));
                }
            }
        }
        Optional<String> value = text.text(file).map(String::strip);
        return new KeptSecret(
                key,
                file,
                turn(text, file),
                readers,
                holders,
                value.flatMap(v -> Weakness.of(key, key, v)),
                obstacle(input, text, readers, stuck, value));
    }

    private static Optional<String> obstacle(
            IterationInput input, ProjectText text, List<String> readers, List<String> stuck, Optional<String> value) {
        if (value.isEmpty()) {
            return Optional.of("Its file is missing or closed to you.");
        }
        if (readers.isEmpty()) {
            return Optional.of("No service reads it.");
        }
        if (!stuck.isEmpty()) {
            return Optional.of(
                    String.join(", ", stuck) + " keeps the value in a volume since its first start, and how it"
                            + " is told another is not known here: change it inside, then write the same into the file and"
                            + " restart whoever reads it.");
        }
        List<String> elsewhere = SecretScan.of(text, input.catalogue()).stream()
                .filter(found -> value.get().length() > 3 && found.value().contains(value.get()))
                .map(FoundSecret::text)
                .toList();
        return elsewhere.isEmpty()
                ? Optional.empty()
                : Optional.of("The same value stands in " + String.join(", ", elsewhere)
                        + ", which would no longer be right; move that into a file as well, or change it by hand.");
    }

    private static boolean keeps(SecretVariables known, Service service, String path) {
        return known.files()
                .filter(way -> known.lasting().stream()
                        .anyMatch(name -> way.usual(name).filter(path::equals).isPresent()
                                || way.value(path)
                                        .equals(service.container()
                                                .environment()
                                                .getOrDefault(way.variable(name), ""))))
                .isPresent();
    }

    /** Returns where a service finds a secret, if it has it mounted. */
    private static Optional<String> mounted(ProjectText text, String service, String key) {
        return Optional.ofNullable(text.project().sections().get("services"))
                .flatMap(services -> services.get(service))
                .flatMap(stated -> SecretReferences.at(stated, List.of("secrets")))
                .filter(ResolvedValue.Items.class::isInstance)
                .flatMap(list -> ((ResolvedValue.Items) list)
                        .items().stream()
                                .flatMap(item -> target(item, key).stream())
                                .findFirst());
    }

    private static Optional<String> target(ResolvedValue item, String key) {
        return switch (item) {
            case ResolvedValue.Scalar scalar ->
                scalar.text().equals(key) ? Optional.of("/run/secrets/" + key) : Optional.empty();
            case ResolvedValue.Fields fields -> {
                String source = word(fields, "source").orElse("");
                String target = word(fields, "target").orElse(source);
                yield source.equals(key)
                        ? Optional.of(target.startsWith("/") ? target : "/run/secrets/" + target)
                        : Optional.empty();
            }
            case ResolvedValue.Items _ -> Optional.empty();
        };
    }

    private static Optional<String> word(ResolvedValue.Fields fields, String name) {
        return fields.get(name)
                .filter(ResolvedValue.Scalar.class::isInstance)
                .map(value -> ((ResolvedValue.Scalar) value).text());
    }

    /** Values before are set aside under the numbers of their renewals. */
    private static int turn(ProjectText text, String file) {
        int turn = 1;
        while (text.files()
                .isFile(text.directory().resolve(".bulkhead/set-aside").resolve(file + ".was-" + turn))) {
            turn++;
        }
        return turn;
    }

    String row() {
        return "rotate." + key;
    }

    String text() {
        return readers.isEmpty() ? key : key + ", read by " + String.join(", ", readers);
    }

    List<String> offered() {
        if (obstacle.isPresent()) {
            return List.of(RotateSecrets.KEEP);
        }
        return somebodys()
                ? List.of(RotateSecrets.GIVEN, RotateSecrets.KEEP)
                : List.of(RotateSecrets.RENEW, RotateSecrets.GIVEN, RotateSecrets.KEEP);
    }

    String proposed() {
        return weakness.isPresent() && offered().contains(RotateSecrets.RENEW)
                ? RotateSecrets.RENEW
                : RotateSecrets.KEEP;
    }

    private boolean somebodys() {
        return SOMEBODYS.matcher(key).find();
    }

    String why() {
        String weak = weakness.map(words -> "Its value " + words + ". ").orElse("");
        if (obstacle.isPresent()) {
            return weak + obstacle.get();
        }
        if (somebodys()) {
            return weak + "Somebody else gives it out: get a new one there first.";
        }
        return weak
                + (holders.isEmpty()
                        ? "Whoever reads it takes the new value up by a restart."
                        : String.join(", ", holders.keySet())
                                + " keeps it inside and is told the new value there; the others restart.");
    }

    /** Names the file and shows no value, which it does not hold either. */
    @Override
    public String toString() {
        return "KeptSecret[" + key + "]";
    }
}
