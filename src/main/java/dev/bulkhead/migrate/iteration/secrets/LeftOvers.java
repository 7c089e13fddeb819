package dev.bulkhead.migrate.iteration.secrets;

import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.evidence.ProjectText;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Left-overs of secrets that have moved: their lines in {@code .env} and env files, an example in the place of what was there,
 * and version control that leaves the files alone.
 */
final class LeftOvers {

    private static final String ENV = ".env";

    private final ProjectText text;
    private final Answers answers;
    private final String directory;

    LeftOvers(ProjectText text, Answers answers, String directory) {
        this.text = text;
        this.answers = answers;
        this.directory = directory;
    }

    /**
     * What is taken out.
     *
     * @param edits the edits of the files around
     * @param gone the secrets whose values stand in no other file afterwards
     * @param notes what stays, and why
     */
    record Cleaning(List<ProjectEdit> edits, Set<FoundSecret> gone, List<String> notes) {
        Cleaning {
            edits = List.copyOf(edits);
            gone = Set.copyOf(gone);
            notes = List.copyOf(notes);
        }
    }

    Cleaning clean(List<SecretCase> all, List<SecretCase> moving) {
        Set<FoundSecret> gone = new LinkedHashSet<>();
        List<String> notes = new ArrayList<>();
        SortedMap<String, EnvFile> files = new TreeMap<>();
        Set<String> moved = new TreeSet<>();
        Set<String> kept = all.stream()
                .filter(each -> !moving.contains(each))
                .map(each -> each.secret().value())
                .collect(Collectors.toSet());
        for (SecretCase each : moving) {
            FoundSecret secret = each.secret();
            Optional<String> variable =
                    secret.kind() == FoundSecret.Kind.ENV_FILE ? Optional.of(secret.name()) : secret.variable();
            boolean clean = secret.kind() == FoundSecret.Kind.ENV_FILE
                    || variable.isPresent()
                    || secret.template().isEmpty();
            if (variable.isPresent()) {
                moved.add(variable.get());
                for (String file : holding(secret, variable.get())) {
                    boolean taken = secret.kind() == FoundSecret.Kind.ENV_FILE
                            && !lines(secret, moving).isEmpty();
                    clean &= taken || takeOut(file, variable.get(), moving, files, notes);
                }
            }
            boolean renewed = SecretQuestions.fate(each, answers).equals(SecretCase.RENEW);
            if (clean && !renewed && kept.stream().noneMatch(value -> value.contains(secret.value()))) {
                gone.add(secret);
            }
        }
        List<ProjectEdit> edits = new ArrayList<>();
        text.text(ENV)
                .filter(_ -> text.text(ENV + ".example").isEmpty())
                .ifPresent(env -> edits.add(new FileEdit.WriteFile(ENV + ".example", new EnvFile(env).example(moved))));
        files.forEach((name, file) -> edits.add(new FileEdit.WriteFile(name, file.text())));
        ignored().ifPresent(edits::add);
        return new Cleaning(edits, gone, notes);
    }

    /** Returns what takes the lines of a secret out of env files that give it to its service alone; none where others need them. */
    List<ProjectEdit> lines(FoundSecret secret, List<SecretCase> moving) {
        List<ProjectEdit> edits = new ArrayList<>();
        for (String name : holding(secret, secret.name())) {
            EnvFile present = new EnvFile(text.text(name).orElse(""));
            boolean alone = text.project().project().topology().services().keySet().stream()
                    .filter(service -> envFiles(service).contains(name))
                    .allMatch(secret.service()::equals);
            Optional<String> line = present.line(secret.name());
            if (!alone || line.isEmpty() || !users(name, secret.name(), moving).isEmpty()) {
                return List.of();
            }
            edits.add(new FileEdit.ReplaceText(name, line.get(), ""));
        }
        return edits;
    }

    /** Returns the files around that give a variable its value. */
    private List<String> holding(FoundSecret secret, String variable) {
        Set<String> names = new LinkedHashSet<>();
        if (secret.kind() == FoundSecret.Kind.ENV_FILE) {
            names.addAll(envFiles(secret.service()));
        } else {
            names.add(ENV);
        }
        return names.stream()
                .filter(name -> text.text(name)
                        .map(EnvFile::new)
                        .filter(file -> file.gives(variable))
                        .isPresent())
                .toList();
    }

    /** Returns whether the line is out; false where somebody else still needs it. */
    private boolean takeOut(
            String name,
            String variable,
            List<SecretCase> moving,
            SortedMap<String, EnvFile> files,
            List<String> notes) {
        EnvFile present = Optional.ofNullable(files.get(name))
                .orElseGet(() -> new EnvFile(text.text(name).orElse("")));
        if (!present.gives(variable)) {
            return true;
        }
        List<String> users = users(name, variable, moving);
        if (!users.isEmpty()) {
            note(
                    notes,
                    variable + " stays in " + name + ": " + String.join(", ", users)
                            + (users.size() == 1 ? " needs it there." : " need it there."));
            return false;
        }
        Optional<EnvFile> without = present.without(variable);
        if (without.isEmpty()) {
            note(
                    notes,
                    variable + " stays in " + name + ", since its value goes on over several lines; take it out by"
                            + " hand.");
            return false;
        }
        files.put(name, without.get());
        return true;
    }

    private static void note(List<String> notes, String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    /** Returns who uses a line of a file once the moving ones have moved. */
    private List<String> users(String name, String variable, List<SecretCase> moving) {
        Set<String> users = new TreeSet<>();
        for (Service service : text.project().project().topology().services().values()) {
            boolean reads = envFiles(service.key()).contains(name)
                    && service.container().environment().containsKey(variable);
            boolean moves = moving.stream()
                    .map(SecretCase::secret)
                    .anyMatch(secret -> secret.service().equals(service.key())
                            && (secret.name().equals(variable)
                                    || secret.variable()
                                            .filter(variable::equals)
                                            .isPresent()));
            if (reads && !moves) {
                users.add(service.key() + " (env_file)");
            }
        }
        if (name.equals(ENV)) {
            long moved = moving.stream()
                    .map(SecretCase::secret)
                    .filter(secret -> secret.variable().filter(variable::equals).isPresent())
                    .count();
            long named = 0;
            for (ComposeFile file : text.project().project().files()) {
                named += references(file.text(), variable);
            }
            if (named > moved) {
                users.addAll(others(variable, moving));
                if (users.isEmpty()) {
                    users.add("another place in the Compose files");
                }
            }
        }
        return List.copyOf(users);
    }

    /** Returns where else a service names a variable, as far as its files tell. */
    private List<String> others(String variable, List<SecretCase> moving) {
        Set<String> others = new TreeSet<>();
        Optional.ofNullable(text.project().sections().get("services"))
                .ifPresent(services -> services.fields()
                        .forEach((key, service) -> SecretReferences.at(service, List.of("environment"))
                                .ifPresent(environment -> named(environment, variable).stream()
                                        .filter(name -> moving.stream()
                                                .map(SecretCase::secret)
                                                .noneMatch(secret ->
                                                        secret.service().equals(key)
                                                                && secret.name().equals(name)))
                                        .forEach(name -> others.add(name + " of " + key)))));
        return List.copyOf(others);
    }

    private static List<String> named(ResolvedValue environment, String variable) {
        List<String> names = new ArrayList<>();
        switch (environment) {
            case ResolvedValue.Fields fields ->
                fields.fields().forEach((name, value) -> {
                    if (value instanceof ResolvedValue.Scalar scalar
                            && references(scalar.template().orElse(""), variable) > 0) {
                        names.add(name);
                    }
                });
            case ResolvedValue.Items(var items) ->
                items.forEach(item -> {
                    if (item instanceof ResolvedValue.Scalar scalar
                            && references(scalar.template().orElse(""), variable) > 0) {
                        names.add(scalar.text().replaceFirst("=.*", ""));
                    }
                });
            case ResolvedValue.Scalar _ -> {}
        }
        return names;
    }

    private static long references(String text, String variable) {
        Matcher found = Pattern.compile("(?<!\\$)\\$(?:\\{" + Pattern.quote(variable) + "(?![A-Za-z0-9_])|"
                        + Pattern.quote(variable) + "(?![A-Za-z0-9_]))")
                .matcher(text.lines()
                        .filter(line -> !line.stripLeading().startsWith("#"))
                        .collect(Collectors.joining("\n")));
        return found.results().count();
    }

    /** Returns the env files of a service, by their names relative to the project directory. */
    private List<String> envFiles(String service) {
        List<String> names = new ArrayList<>();
        Optional.ofNullable(text.project().sections().get("services"))
                .flatMap(services -> services.get(service))
                .flatMap(stated -> SecretReferences.at(stated, List.of("env_file")))
                .ifPresent(files -> names(files, names));
        return names;
    }

    private void names(ResolvedValue value, List<String> names) {
        switch (value) {
            case ResolvedValue.Scalar scalar -> {
                java.nio.file.Path path =
                        text.directory().resolve(scalar.text()).normalize();
                if (path.startsWith(text.directory())) {
                    names.add(text.directory().relativize(path).toString().replace('\\', '/'));
                }
            }
            case ResolvedValue.Items(var items) -> items.forEach(item -> names(item, names));
            case ResolvedValue.Fields fields -> fields.get("path").ifPresent(path -> names(path, names));
        }
    }

    private Optional<ProjectEdit> ignored() {
        String present = text.text(".gitignore").orElse("");
        List<String> lines = present.lines().map(String::strip).toList();
        List<String> missing = new ArrayList<>();
        if (!lines.contains(ENV) && !lines.contains("/" + ENV) && text.text(ENV).isPresent()) {
            missing.add("/" + ENV);
        }
        String files = "/" + directory + "/";
        if (!lines.contains(files) && !lines.contains(directory) && !lines.contains(directory + "/")) {
            missing.add(files);
        }
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String start = present.isEmpty() || present.endsWith("\n") ? present : present + "\n";
        return Optional.of(new FileEdit.WriteFile(".gitignore", start + String.join("\n", missing) + "\n"));
    }
}
