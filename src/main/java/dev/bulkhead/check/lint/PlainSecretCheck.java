package dev.bulkhead.check.lint;

import dev.bulkhead.catalogue.CatalogueEntry;
import dev.bulkhead.catalogue.SecretVariables;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.SecretNames;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Check for secrets in the environment: every process of the container sees them, {@code docker inspect} and crash
 * reports show them (Docker documentation, use secrets in Compose). Values are never repeated.
 */
final class PlainSecretCheck implements Check {

    @Override
    public String id() {
        return "plain-secret";
    }

    @Override
    public String title() {
        return "Secrets are not in the environment";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    private static final Pattern LAST_WORD = Pattern.compile(
            "(?i)(passw(or)?d|passwd|pass|pwd?|passphrase|secret|token|key|credentials?|auth|salt|htpasswd)$");
    private static final Pattern NO_SECRET = Pattern.compile("(?i)[0-9]{0,5}|true|false|yes|no|on|off|none|null");
    private static final Set<String> PATHS = Set.of("/", "./", "../", "~/", "file:", "http://", "https://");

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = FindingBuilder.of(this, input);
        for (Service service : input.topology().services().values()) {
            Optional<SecretVariables> known = service.container()
                    .image()
                    .flatMap(input.catalogue()::byImage)
                    .map(CatalogueEntry::secrets);
            service.container().environment().forEach((name, value) -> {
                if (holdsSecret(name, value, known)) {
                    findings.accept(finding(build, service, name, known));
                }
            });
        }
    }

    private static boolean holdsSecret(String name, String value, Optional<SecretVariables> known) {
        if (SecretNames.isSecret("", value)) {
            return true;
        }
        boolean named = known.map(secrets -> secrets.names().contains(name)).orElse(false)
                || (SecretNames.isSecret(name) && LAST_WORD.matcher(name).find() && !isPublic(name));
        return named
                && !NO_SECRET.matcher(value.strip()).matches()
                && PATHS.stream().noneMatch(value.strip()::startsWith);
    }

    private static boolean isPublic(String name) {
        return name.toLowerCase(Locale.ROOT).contains("public");
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
