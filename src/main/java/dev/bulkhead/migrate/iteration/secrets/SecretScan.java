package dev.bulkhead.migrate.iteration.secrets;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.catalogue.SecretSigns;
import dev.bulkhead.catalogue.SecretVariables;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.migrate.iteration.evidence.ProjectText;
import dev.bulkhead.topology.SecretNames;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scan of a project for secrets that stand where others see them: variables, commands, labels, health checks, builds. */
final class SecretScan {

    private static final Pattern OPTION = Pattern.compile("(--?[A-Za-z][\\w.-]*)=(.+)");
    private static final Pattern OPTION_ALONE = Pattern.compile("--?[A-Za-z][\\w.-]*");
    private static final Pattern IN_LINE = Pattern.compile("(--?[A-Za-z][\\w.-]*)(?:=|\\s+)([^\\s$'\"|;&]+)");
    private static final Pattern URL = Pattern.compile("://[^/\\s:@]*:([^/\\s@]+)@");

    private final ProjectText text;
    private final Catalogue catalogue;
    private final List<FoundSecret> found = new ArrayList<>();

    private SecretScan(ProjectText text, Catalogue catalogue) {
        this.text = text;
        this.catalogue = catalogue;
    }

    /** Returns what is found, by service. */
    static List<FoundSecret> of(ProjectText text, Catalogue catalogue) {
        SecretScan scan = new SecretScan(text, catalogue);
        for (Service service : text.project().project().topology().services().values()) {
            scan.service(service);
        }
        return List.copyOf(scan.found);
    }

    private void service(Service service) {
        ResolvedValue stated = Optional.ofNullable(text.project().sections().get("services"))
                .flatMap(services -> services.get(service.key()))
                .orElse(ResolvedValue.Fields.none());
        Optional<SecretVariables> known = service.container().image().flatMap(catalogue::secrets);
        Map<String, ResolvedValue.Scalar> variables = named(stated, "environment");
        service.container().environment().forEach((name, value) -> {
            if (SecretSigns.holdsSecret(name, value, known) && !value.isBlank()) {
                Optional<ResolvedValue.Scalar> there = Optional.ofNullable(variables.get(name));
                found.add(new FoundSecret(
                        service.key(),
                        there.isPresent() ? FoundSecret.Kind.ENVIRONMENT : FoundSecret.Kind.ENV_FILE,
                        name,
                        new SecretSource.Moved("services", service.key(), "environment", name),
                        there.flatMap(ResolvedValue.Scalar::template).map(SecretScan::valueOf),
                        value));
            }
        });
        service.container().labels().forEach((name, value) -> {
            if (SecretNames.isSecret(name, value) && !value.isBlank() && !isSwitch(value)) {
                found.add(new FoundSecret(
                        service.key(),
                        FoundSecret.Kind.LABEL,
                        name,
                        new SecretSource.Moved("services", service.key(), "labels", name),
                        Optional.empty(),
                        value));
            }
        });
        field(stated, "command").ifPresent(command -> words(service, FoundSecret.Kind.COMMAND, command, "command"));
        field(stated, "healthcheck")
                .flatMap(check -> field(check, "test"))
                .ifPresent(test -> words(service, FoundSecret.Kind.HEALTH_CHECK, test, "healthcheck", "test"));
        field(stated, "build")
                .ifPresent(build -> named(build, "args").forEach((name, value) -> {
                    if (SecretSigns.holdsSecret(name, value.text(), Optional.empty())
                            && !value.text().isBlank()) {
                        found.add(new FoundSecret(
                                service.key(),
                                FoundSecret.Kind.BUILD_ARGUMENT,
                                name,
                                new SecretSource.Moved("services", service.key(), "build", "args", name),
                                value.template(),
                                value.text()));
                    }
                }));
    }

    private static boolean isSwitch(String value) {
        return value.matches("(?i)true|false|[0-9]{1,5}|/.*");
    }

    /** In lists a template is {@code NAME=value}. */
    private static String valueOf(String template) {
        Matcher named = Pattern.compile("[A-Za-z_][\\w.]*=(.*)", Pattern.DOTALL).matcher(template);
        return named.matches() ? named.group(1) : template;
    }

    private static Optional<ResolvedValue> field(ResolvedValue value, String name) {
        return value instanceof ResolvedValue.Fields fields ? fields.get(name) : Optional.empty();
    }

    /** Returns names with values, which stand in mappings or as {@code NAME=value} in lists. */
    private static Map<String, ResolvedValue.Scalar> named(ResolvedValue of, String field) {
        Map<String, ResolvedValue.Scalar> named = new LinkedHashMap<>();
        switch (field(of, field).orElse(ResolvedValue.Fields.none())) {
            case ResolvedValue.Fields fields ->
                fields.fields().forEach((name, value) -> {
                    if (value instanceof ResolvedValue.Scalar scalar) {
                        named.put(name, scalar);
                    }
                });
            case ResolvedValue.Items(var items) ->
                items.forEach(item -> {
                    if (item instanceof ResolvedValue.Scalar scalar
                            && scalar.text().indexOf('=') > 0) {
                        int equals = scalar.text().indexOf('=');
                        named.put(
                                scalar.text().substring(0, equals),
                                new ResolvedValue.Scalar(
                                        scalar.text().substring(equals + 1), true, scalar.template(), scalar.at()));
                    }
                });
            case ResolvedValue.Scalar _ -> {}
        }
        return named;
    }

    private void words(Service service, FoundSecret.Kind kind, ResolvedValue words, String... path) {
        List<String> base = new ArrayList<>(List.of("services", service.key()));
        base.addAll(List.of(path));
        switch (words) {
            case ResolvedValue.Scalar scalar -> line(service, kind, scalar.text(), base);
            case ResolvedValue.Items(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    if (items.get(i) instanceof ResolvedValue.Scalar word) {
                        List<String> at = new ArrayList<>(base);
                        at.add(Integer.toString(i));
                        Matcher option = OPTION.matcher(word.text());
                        if (word.text().indexOf(' ') >= 0) {
                            line(service, kind, word.text(), at);
                        } else if (option.matches() && isSecret(option.group(1), option.group(2))) {
                            add(service, kind, option.group(1), at, "^[^=]+=(.*)$", option.group(2), word.template());
                        } else if (OPTION_ALONE.matcher(word.text()).matches()
                                && i + 1 < items.size()
                                && items.get(i + 1) instanceof ResolvedValue.Scalar next
                                && isSecret(word.text(), next.text())) {
                            at.set(at.size() - 1, Integer.toString(i + 1));
                            add(service, kind, word.text(), at, "", next.text(), next.template());
                        } else {
                            url(service, kind, word.text(), at);
                        }
                    }
                }
            }
            case ResolvedValue.Fields _ -> {}
        }
    }

    private void line(Service service, FoundSecret.Kind kind, String line, List<String> at) {
        Matcher option = IN_LINE.matcher(line);
        while (option.find()) {
            if (isSecret(option.group(1), option.group(2))) {
                add(
                        service,
                        kind,
                        option.group(1),
                        at,
                        Pattern.quote(option.group(1)) + "(?:=|\\s+)([^\\s'\"]+)",
                        option.group(2),
                        Optional.empty());
            }
        }
        url(service, kind, line, at);
    }

    private void url(Service service, FoundSecret.Kind kind, String text, List<String> at) {
        Matcher url = URL.matcher(text);
        if (url.find() && !url.group(1).startsWith("$")) {
            add(service, kind, "password in a URL", at, URL.pattern(), url.group(1), Optional.empty());
        }
    }

    private static boolean isSecret(String option, String value) {
        return SecretNames.isSecret(option) && !value.startsWith("-") && !value.startsWith("/") && !isSwitch(value);
    }

    private void add(
            Service service,
            FoundSecret.Kind kind,
            String name,
            List<String> at,
            String part,
            String value,
            Optional<String> template) {
        found.add(new FoundSecret(
                service.key(), kind, name.replaceFirst("^-+", ""), new SecretSource.Moved(at, part), template, value));
    }
}
