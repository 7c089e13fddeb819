package dev.bulkhead.migrate.iteration.secrets;

import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.topology.edit.FieldValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References of command lines to variables of their container, which a shell inside it replaces. */
final class SecretReferences {

    private SecretReferences() {}

    /** Returns what a service says in a field. */
    static Optional<ResolvedValue> at(ResolvedValue value, List<String> path) {
        Optional<ResolvedValue> found = Optional.of(value);
        for (String name : path) {
            found = found.flatMap(
                    outer -> outer instanceof ResolvedValue.Fields fields ? fields.get(name) : Optional.empty());
        }
        return found;
    }

    /** Returns whether words name a variable. */
    static boolean uses(ResolvedValue words, String variable) {
        return switch (words) {
            case ResolvedValue.Scalar scalar ->
                reference(variable).matcher(scalar.text()).find();
            case ResolvedValue.Items(var items) -> items.stream().anyMatch(item -> uses(item, variable));
            case ResolvedValue.Fields _ -> false;
        };
    }

    /** Returns words that read a file where they named a variable, or held the value itself. */
    static FieldValue reading(ResolvedValue words, String variable, String value, String file) {
        return switch (words) {
            case ResolvedValue.Scalar scalar -> FieldValue.text(reading(scalar.text(), variable, value, file));
            case ResolvedValue.Items(var items) ->
                new FieldValue.Items(items.stream()
                        .map(item -> reading(item, variable, value, file))
                        .toList());
            case ResolvedValue.Fields _ -> FieldValue.fields();
        };
    }

    private static String reading(String line, String variable, String value, String file) {
        String cat = "$(cat " + file + ")";
        String named = reference(variable).matcher(line).replaceAll(Matcher.quoteReplacement(cat));
        return value.length() < 6 ? named : named.replace(value, cat);
    }

    /** Returns whether a health check is run by a shell, so that it can read a file. */
    static boolean inShell(ResolvedValue test) {
        return switch (test) {
            case ResolvedValue.Scalar _ -> true;
            case ResolvedValue.Items(var items) ->
                !items.isEmpty()
                        && items.getFirst() instanceof ResolvedValue.Scalar first
                        && (first.text().equals("CMD-SHELL")
                                || (items.size() > 2
                                        && items.get(1) instanceof ResolvedValue.Scalar shell
                                        && shell.text().endsWith("sh")));
            case ResolvedValue.Fields _ -> false;
        };
    }

    private static Pattern reference(String variable) {
        return Pattern.compile("\\$\\{" + Pattern.quote(variable) + "(?:[:?+-][^}]*)?}|\\$" + Pattern.quote(variable)
                + "(?![A-Za-z0-9_])");
    }
}
