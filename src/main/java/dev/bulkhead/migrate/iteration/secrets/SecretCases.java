package dev.bulkhead.migrate.iteration.secrets;

import dev.bulkhead.catalogue.SecretVariables;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.evidence.ProjectText;
import dev.bulkhead.topology.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finder of the cases of a project: every secret that others see, and what can be done about it. */
final class SecretCases {

    /** Who gives these out counts them as his own; another value would be none. */
    private static final Pattern OWN = Pattern.compile("(?i)passw|passphrase|secret|salt|(^|_)pass($|_)");

    private static final Pattern GIVEN = Pattern.compile("(?i)client|token|api|aws|oauth|private_key");

    private final IterationInput input;

    SecretCases(IterationInput input) {
        this.input = input;
    }

    /** Returns all that the project's files say. */
    ProjectText text() throws AnswersException {
        return input.settings()
                .text()
                .orElseThrow(() -> new AnswersException("The project's files could not be read as a whole."));
    }

    List<SecretCase> all() {
        Optional<ProjectText> text = input.settings().text();
        if (text.isEmpty()) {
            return List.of();
        }
        List<FoundSecret> found = SecretScan.of(text.get(), input.catalogue());
        Map<String, Integer> holders = new HashMap<>();
        found.forEach(secret -> holders.merge(secret.value(), 1, Integer::sum));
        return found.stream()
                .map(secret -> of(secret, holders.getOrDefault(secret.value(), 1) == 1))
                .toList();
    }

    private SecretCase of(FoundSecret secret, boolean alone) {
        Optional<SecretVariables> known = known(secret.service());
        boolean lasting = known.map(secrets -> secrets.lasts(secret.name())).orElse(false);
        Optional<String> weakness = Weakness.of(secret.name(), secret.service(), secret.value());
        Optional<SecretVariables.FileWay> way =
                secret.kind().variable() ? known.flatMap(secrets -> secrets.way(secret.name())) : Optional.empty();
        boolean renewable = alone
                && weakness.isPresent()
                && !lasting
                && OWN.matcher(secret.name()).find()
                && !GIVEN.matcher(secret.name()).find();
        boolean shell = secret.kind().variable()
                && input.engine()
                        .makers()
                        .of(secret.service())
                        .filter(made ->
                                !made.entrypoint().isEmpty() || !made.command().isEmpty())
                        .isPresent();
        return new SecretCase(secret, way, weakness, lasting, renewable, shell, obstacle(secret));
    }

    private Optional<SecretVariables> known(String service) {
        return input.topology()
                .service(service)
                .map(Service::container)
                .flatMap(container -> container.image())
                .flatMap(input.catalogue()::secrets);
    }

    /** What else reads the variable inside the container would no longer find it. */
    private Optional<String> obstacle(FoundSecret secret) {
        if (!secret.kind().variable()) {
            return Optional.empty();
        }
        return List.of(List.of("command"), List.of("entrypoint")).stream()
                .filter(path -> uses(secret, path))
                .findFirst()
                .map(path -> "Its " + path.getFirst() + " uses $" + secret.name()
                        + " itself; let it read the file instead ($(cat /run/secrets/NAME) in a shell), then move it.");
    }

    private boolean uses(FoundSecret secret, List<String> path) {
        return SecretReferences.at(stated(secret.service()), path)
                .filter(value -> SecretReferences.uses(value, secret.name()))
                .isPresent();
    }

    /** Returns a service as its files say. */
    ResolvedValue stated(String service) {
        return input.settings()
                .text()
                .flatMap(text -> Optional.ofNullable(text.project().sections().get("services")))
                .flatMap(services -> services.get(service))
                .orElse(ResolvedValue.Fields.none());
    }

    /** Returns how the container of a service was made. */
    Optional<IterationInput.Made> made(String service) {
        return input.engine().makers().of(service);
    }

    /** Returns the access that a service's secret files need. */
    SecretAccess access(String service) {
        Optional<dev.bulkhead.migrate.goal.SecretFile.Owner> stated = known(service)
                .flatMap(SecretVariables::reader)
                .map(numbers -> numbers.split(":", 2))
                .map(numbers -> new dev.bulkhead.migrate.goal.SecretFile.Owner(
                        Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
        Optional<dev.bulkhead.migrate.goal.SecretFile.Owner> started =
                input.engine().makers().of(service).flatMap(IterationInput.Made::user);
        // what is known of the image holds unless the container is told to start as somebody else
        boolean told = SecretReferences.at(stated(service), List.of("user")).isPresent();
        return SecretAccess.of(
                service,
                told || stated.isEmpty() ? started : stated,
                input.settings().text().flatMap(ProjectText::writer),
                input.engine().users(),
                stated(service));
    }
}
