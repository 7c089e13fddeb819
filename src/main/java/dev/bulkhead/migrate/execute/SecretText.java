package dev.bulkhead.migrate.execute;

import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.migrate.goal.SecretSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of a secret where it stands in a project's files. */
final class SecretText {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    private SecretText() {}

    /** Returns the secret; empty if it does not stand there. */
    static Optional<String> of(ResolvedProject project, SecretSource.Moved moved) {
        List<String> path = moved.path();
        return Optional.<ResolvedValue>ofNullable(project.sections().get(path.getFirst()))
                .flatMap(section -> at(section, path.subList(1, path.size())))
                .or(() -> fromEnvFile(project, path))
                .flatMap(text -> part(text, moved.part()));
    }

    /** What an env file says of a variable stands in the environment that the files lead to, and not in them. */
    private static Optional<String> fromEnvFile(ResolvedProject project, List<String> path) {
        return path.size() == 4
                        && path.getFirst().equals("services")
                        && path.get(2).equals("environment")
                ? project.project()
                        .topology()
                        .service(path.get(1))
                        .flatMap(service -> Optional.ofNullable(
                                service.container().environment().get(path.get(3))))
                : Optional.empty();
    }

    private static Optional<String> part(String text, String part) {
        if (part.isEmpty()) {
            return Optional.of(text);
        }
        Matcher found = Pattern.compile(part).matcher(text);
        return found.find() ? Optional.ofNullable(found.group(1)) : Optional.empty();
    }

    private static Optional<String> at(ResolvedValue value, List<String> path) {
        if (path.isEmpty()) {
            return value instanceof ResolvedValue.Scalar scalar && !scalar.isNothing()
                    ? Optional.of(scalar.text())
                    : Optional.empty();
        }
        String name = path.getFirst();
        List<String> below = path.subList(1, path.size());
        return switch (value) {
            case ResolvedValue.Scalar _ -> Optional.empty();
            case ResolvedValue.Fields fields -> fields.get(name).flatMap(field -> at(field, below));
            case ResolvedValue.Items items
            when NUMBER.matcher(name).matches() ->
                Integer.parseInt(name) < items.items().size()
                        ? at(items.items().get(Integer.parseInt(name)), below)
                        : Optional.empty();
            case ResolvedValue.Items items -> below.isEmpty() ? named(items, name) : Optional.empty();
        };
    }

    /** Variables and labels also stand in lists, as {@code NAME=value}. */
    private static Optional<String> named(ResolvedValue.Items items, String name) {
        String start = name + "=";
        return items.items().stream()
                .filter(ResolvedValue.Scalar.class::isInstance)
                .map(item -> ((ResolvedValue.Scalar) item).text())
                .filter(text -> text.startsWith(start))
                .map(text -> text.substring(start.length()))
                .findFirst();
    }
}
