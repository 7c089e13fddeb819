package dev.bulkhead.migrate.iteration.secrets;

import dev.bulkhead.catalogue.SecretVariables.FileWay;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.evidence.ProjectText;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Files that secrets move into, and the edits by which services read them there. */
final class SecretFiles {

    private static final int RENEWED_LENGTH = 32;

    private final ProjectText text;
    private final String directory;
    private final SecretCases cases;
    private final Answers answers;
    private final LeftOvers leftOvers;
    /** Key of each declared secret to the file that it names and the Compose file that declares it. */
    private final Map<String, Declared> declared = new HashMap<>();

    private record Declared(String file, String at) {}

    SecretFiles(ProjectText text, String directory, SecretCases cases, Answers answers) {
        this.text = text;
        this.directory = directory;
        this.cases = cases;
        this.answers = answers;
        this.leftOvers = new LeftOvers(text, answers, directory);
        Optional.ofNullable(text.project().sections().get("secrets"))
                .ifPresent(secrets ->
                        secrets.fields().keySet().forEach(key -> declared.put(key, new Declared("", ""))));
    }

    /** Returns the directory of the files, relative to the project's. */
    String directory() {
        return directory;
    }

    /**
     * Returns the file of each secret: one for all that come from the same variable and are read with the same access.
     */
    Map<FoundSecret, SecretFile> place(List<SecretCase> moving) {
        Map<FoundSecret, SecretFile> placed = new LinkedHashMap<>();
        Map<String, SecretFile> names = new HashMap<>();
        for (SecretCase each : moving) {
            FoundSecret secret = each.secret();
            SecretFile.Access access = cases.access(secret.service()).access();
            SecretSource source = SecretQuestions.fate(each, answers).equals(SecretCase.RENEW)
                    ? new SecretSource.Generated(SecretSource.Form.LETTERS_AND_DIGITS, RENEWED_LENGTH, true)
                    : secret.source();
            String plain = plain(secret.variable().orElse(secret.service() + "_" + secret.name()));
            Optional<SecretFile> shared = secret.variable()
                    .flatMap(variable -> Optional.ofNullable(names.get(plain)))
                    .filter(file -> file.access().equals(access)
                            && file.source() instanceof SecretSource.Moved
                            && source instanceof SecretSource.Moved);
            String name = names.containsKey(plain) ? plain(secret.service() + "_" + secret.name()) : plain;
            SecretFile file = shared.orElseGet(() -> new SecretFile(directory + "/" + name, source, access));
            names.putIfAbsent(shared.isPresent() ? plain : name, file);
            placed.put(secret, file);
        }
        return placed;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.-]+", "_");
    }

    /** Returns the edits by which a service reads its secrets from files. */
    List<ProjectEdit> edits(String service, List<SecretCase> moving, Map<FoundSecret, SecretFile> placed)
            throws AnswersException {
        List<ProjectEdit> edits = new ArrayList<>();
        Set<String> mounted = new LinkedHashSet<>();
        Map<String, String> shell = new LinkedHashMap<>();
        Element.ServiceElement element = Element.service(service);
        ResolvedValue check = SecretReferences.at(cases.stated(service), List.of("healthcheck", "test"))
                .orElse(ResolvedValue.Fields.none());
        for (SecretCase each : moving) {
            FoundSecret secret = each.secret();
            SecretFile file = Optional.ofNullable(placed.get(secret)).orElseThrow();
            String key = declare(service, file, edits);
            if (mounted.add(key)) {
                edits.add(new FieldEdit.AddItem(element.field("secrets"), FieldValue.text(key)));
            }
            String inside = "/run/secrets/" + key;
            switch (SecretQuestions.fate(each, answers)) {
                case SecretCase.SHELL -> shell.put(secret.name(), inside);
                case SecretCase.AS_FILE -> {
                    edits.add(set(element, secret.name() + "_FILE", inside));
                    edits.addAll(unset(element, secret, moving));
                }
                default ->
                    edits.addAll(told(
                            element,
                            secret,
                            each.way()
                                    .orElseThrow(() -> new AnswersException("The image of " + service
                                            + " is not known to read " + secret.name() + " from a file; answer '"
                                            + secret.row() + "' with keep.")),
                            inside,
                            moving));
            }
            if (SecretReferences.uses(check, secret.name()) || holds(check, secret.value())) {
                if (!SecretReferences.inShell(check)) {
                    throw new AnswersException("The health check of " + service + " uses " + secret.name()
                            + " and has no shell to read a file with; write it as CMD-SHELL, or answer '"
                            + secret.row() + "' with keep.");
                }
                FieldValue reading = SecretReferences.reading(check, secret.name(), secret.value(), inside);
                edits.add(new FieldEdit.SetField(element.field("healthcheck", "test"), reading));
            }
        }
        if (!shell.isEmpty()) {
            edits.addAll(ShellStart.edits(element, shell, cases.stated(service), cases.made(service)));
            for (SecretCase each : moving) {
                if (shell.containsKey(each.secret().name())) {
                    edits.addAll(unset(element, each.secret(), moving));
                }
            }
        }
        return edits;
    }

    private static boolean holds(ResolvedValue words, String value) {
        return switch (words) {
            case ResolvedValue.Scalar scalar ->
                value.length() >= 6 && scalar.text().contains(value);
            case ResolvedValue.Items(var items) -> items.stream().anyMatch(item -> holds(item, value));
            case ResolvedValue.Fields _ -> false;
        };
    }

    private List<ProjectEdit> told(
            Element.ServiceElement element, FoundSecret secret, FileWay way, String inside, List<SecretCase> moving) {
        String variable = way.variable(secret.name());
        if (way.usual(secret.name()).filter(inside::equals).isPresent()) {
            return unset(element, secret, moving);
        }
        List<ProjectEdit> edits = new ArrayList<>();
        edits.add(set(element, variable, way.value(inside)));
        if (!variable.equals(secret.name())) {
            edits.addAll(unset(element, secret, moving));
        }
        return edits;
    }

    private static ProjectEdit set(Element.ServiceElement element, String variable, String value) {
        return new FieldEdit.SetField(element.field("environment", variable), FieldValue.text(value));
    }

    /** One that comes from an env file goes with its line there, or is emptied where others need the line. */
    private List<ProjectEdit> unset(Element.ServiceElement element, FoundSecret secret, List<SecretCase> moving) {
        if (secret.kind() != FoundSecret.Kind.ENV_FILE) {
            return List.of(new FieldEdit.RemoveField(element.field("environment", secret.name())));
        }
        List<ProjectEdit> lines = leftOvers.lines(secret, moving);
        return lines.isEmpty() ? List.of(set(element, secret.name(), "")) : lines;
    }

    /**
     * Returns the key of a secret, declared in the file where the service stands: a file that is included sees only what it
     * declares itself (compose-go, validation of included projects).
     */
    private String declare(String service, SecretFile file, List<ProjectEdit> edits) {
        String at = text.project()
                .project()
                .sources()
                .at(Element.service(service))
                .map(SourceMark::file)
                .orElse("");
        String plain = file.name().substring(file.name().lastIndexOf('/') + 1);
        for (String key : List.of(plain, plain(service + "_" + plain))) {
            Declared there = declared.get(key);
            if (there == null) {
                declared.put(key, new Declared(file.name(), at));
                edits.add(new FieldEdit.AddElement(
                        new Element.SecretElement(key),
                        FieldValue.fields().with("file", FieldValue.text("./" + file.name())),
                        at.isEmpty() ? Optional.empty() : Optional.of(at)));
                return key;
            }
            if (there.equals(new Declared(file.name(), at))) {
                return key;
            }
        }
        return plain;
    }
}
