package dev.bulkhead.check.lint;

import dev.bulkhead.catalogue.CatalogueEntry;
import dev.bulkhead.catalogue.SecretSigns;
import dev.bulkhead.catalogue.SecretVariables;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.SecretNames;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.command.ClientPasswords;
import dev.bulkhead.topology.command.CommandOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Check for secrets in the environment and wherever else the engine shows them: every process of the container sees them,
 * {@code docker inspect}, {@code docker history} and crash reports show them (Docker documentation, use secrets in Compose).
 * Values are never repeated.
 */
final class PlainSecretCheck implements Check {

    /** Labels that hold a secret, by the end of their name: others with such words name middlewares and portals. */
    private static final Pattern LABEL =
            Pattern.compile("(?i)(password|passwd|passphrase|secret|token|[._-]pass|[._-]key|apikey)$");

    @Override
    public String id() {
        return "plain-secret";
    }

    @Override
    public String title() {
        return "Secrets are in no environment, command, health check, label or build argument";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = FindingBuilder.of(this, input);
        for (Service service : input.topology().services().values()) {
            Optional<SecretVariables> known = service.container()
                    .image()
                    .flatMap(input.catalogue()::byImage)
                    .map(CatalogueEntry::secrets);
            service.container().environment().forEach((name, value) -> {
                if (SecretSigns.holdsSecret(name, value, known)) {
                    findings.accept(finding(build, service, name, known));
                }
            });
            inArguments(build, service, known, findings);
            inProgram(build, service, "command", service.container().command(), known)
                    .ifPresent(findings);
            inProgram(
                            build,
                            service,
                            "entrypoint",
                            service.container().contacts().entrypoint(),
                            known)
                    .ifPresent(findings);
            if (inCommand(service.container().contacts().healthTest(), known)) {
                findings.accept(build.finding(
                        severity(),
                        List.of(Element.service(service.key())),
                        Element.service(service.key()).field("healthcheck"),
                        "The health check of service " + service.key()
                                + " holds a secret, which docker inspect and every list of processes show.",
                        "Take it from a variable of the container with $$NAME, or better from a file under secrets."));
            }
            service.container()
                    .labels()
                    .forEach(
                            (name, value) -> inLabel(name, value)
                                    .ifPresent(
                                            what -> findings.accept(
                                                    build.finding(
                                                            severity(),
                                                            List.of(Element.service(service.key())),
                                                            Element.service(service.key())
                                                                    .field("labels")
                                                                    .field(name),
                                                            "Label " + name + " of service " + service.key() + " holds "
                                                                    + what
                                                                    + ", which everybody sees who asks the engine.",
                                                            "Keep it where the program that reads the label can take it from a file or a variable of its own."))));
        }
    }

    private Optional<Finding> inProgram(
            FindingBuilder build,
            Service service,
            String field,
            List<String> command,
            Optional<SecretVariables> known) {
        if (!inCommand(command, known)) {
            return Optional.empty();
        }
        return Optional.of(build.finding(
                severity(),
                List.of(Element.service(service.key())),
                Element.service(service.key()).field(field),
                "The " + field + " of service " + service.key()
                        + " holds a secret, which docker inspect and every list of processes show.",
                known.flatMap(secrets -> secrets.names().stream().findFirst().flatMap(secrets::fileVariable))
                        .map(file -> "Keep it in a file under secrets, and name that in " + file + " instead.")
                        .orElse("Keep it in a file under secrets, where the image can read it from there.")));
    }

    /** The builder notes arguments in the image (Docker documentation, SecretsUsedInArgOrEnv). */
    private void inArguments(
            FindingBuilder build, Service service, Optional<SecretVariables> known, Consumer<Finding> findings) {
        service.container().source().arguments().forEach((name, value) -> {
            if (SecretSigns.holdsSecret(name, value, known)) {
                findings.accept(build.finding(
                        severity(),
                        List.of(Element.service(service.key())),
                        Element.service(service.key())
                                .field("build")
                                .field("args")
                                .field(name),
                        "Build argument " + name + " of service " + service.key()
                                + " holds a secret, which docker history shows to everybody who has the image.",
                        "Hand it over with secrets: under build:, and read it in the Dockerfile with RUN"
                                + " --mount=type=secret,id=NAME."));
            }
        });
    }

    /** A hash of a password is what such labels are made for, and braces stand for what their reader fills in. */
    private static Optional<String> inLabel(String name, String value) {
        if (value.contains("$") || value.contains("{{")) {
            return Optional.empty();
        }
        if (SecretNames.isSecret("", value)) {
            return Optional.of("a password in an address");
        }
        return LABEL.matcher(name).find() && SecretSigns.holdsSecret(name, value, Optional.empty())
                ? Optional.of("a secret")
                : Optional.empty();
    }

    private static boolean inCommand(List<String> command, Optional<SecretVariables> known) {
        List<String> words = CommandOption.words(command);
        return CommandOption.in(words).stream()
                        .anyMatch(option -> SecretSigns.holdsSecret(option.name(), option.value(), known))
                || words.stream().anyMatch(word -> SecretNames.isSecret("", word))
                || IntStream.range(0, words.size())
                        .anyMatch(i -> ClientPasswords.in(words, i).isPresent());
    }

    private Finding finding(FindingBuilder build, Service service, String name, Optional<SecretVariables> known) {
        return build.finding(
                severity(),
                List.of(Element.service(service.key())),
                Element.service(service.key()).field("environment").field(name),
                "Variable " + name + " of service " + service.key()
                        + " holds a secret, which docker inspect and every process of the container see.",
                known.flatMap(secrets -> secrets.fileVariable(name))
                        .map(file -> "Keep it in a file under secrets, and name that in " + file + " instead.")
                        .orElse("Keep it in a file under secrets, where the image can read it from there."));
    }
}
