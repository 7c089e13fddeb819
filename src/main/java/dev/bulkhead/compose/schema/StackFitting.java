package dev.bulkhead.compose.schema;

import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.schema.Form.Typed;
import dev.bulkhead.topology.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Comparison of a stack file with its schema, which tells and changes nothing. */
final class StackFitting {

    /** What Go reads as a span of time ({@code time.ParseDuration}), which knows no days. */
    private static final Pattern SPAN =
            Pattern.compile("[-+]?(0|((\\d+(\\.\\d*)?|\\.\\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)");

    private static final Set<String> SPANS = Set.of(
            "services.*.healthcheck.interval",
            "services.*.healthcheck.timeout",
            "services.*.healthcheck.start_period",
            "services.*.healthcheck.start_interval",
            "services.*.stop_grace_period",
            "services.*.deploy.update_config.delay",
            "services.*.deploy.update_config.monitor",
            "services.*.deploy.rollback_config.delay",
            "services.*.deploy.rollback_config.monitor",
            "services.*.deploy.restart_policy.delay",
            "services.*.deploy.restart_policy.window");

    private final Map<String, Form> definitions;
    private final int version;
    private final Consumer<StackMisfit> misfits;
    private final List<String> path = new ArrayList<>();

    StackFitting(Map<String, Form> definitions, int version, Consumer<StackMisfit> misfits) {
        this.definitions = definitions;
        this.version = version;
        this.misfits = misfits;
    }

    void fit(Form form, Value value) {
        List<Typed> choices = choices(form).toList();
        if (choices.isEmpty()) {
            return;
        }
        Optional<Typed> taken =
                choices.stream().filter(choice -> choice.takes(value)).findFirst();
        if (taken.isEmpty()) {
            tell(value.place(), false, "takes " + words(choices) + ", and " + value.kindInWords() + " stands here");
            return;
        }
        switch (value) {
            case MapValue map -> mapping(taken.get().keys(), map);
            case ListValue list -> list(taken.get(), list);
            case ScalarValue scalar -> text(taken.get().text(), scalar);
        }
    }

    private Stream<Typed> choices(Form form) {
        return switch (form) {
            case Typed typed -> Stream.of(typed);
            case Form.OneOf(List<Form> forms) -> forms.stream().flatMap(this::choices);
            case Form.Defined(String name) -> choices(defined(name));
            case Form.Anything _ -> Stream.empty();
        };
    }

    private Form defined(String name) {
        Form form = definitions.get(name);
        if (form == null) {
            throw new IllegalStateException("the schema of stack files defines no " + name);
        }
        return form;
    }

    private static String words(List<Typed> choices) {
        return choices.stream()
                .flatMap(choice -> choice.types().stream())
                .map(Form.Type::words)
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private void mapping(Form.Keys keys, MapValue map) {
        map.fields().forEach((name, field) -> {
            path.addLast(name);
            Optional<Form> form = keys.of(name);
            int since = StackVersions.since(path, keys.named().containsKey(name));
            if (form.isEmpty()) {
                String near = NearestName.to(name, keys.named().keySet())
                        .map(other -> "; did you mean " + other + "?")
                        .orElse("");
                tell(field.key(), true, "is a key that no version of stack files has" + near);
            } else if (since > version) {
                misfits.accept(new StackMisfit(
                        path,
                        field.key(),
                        true,
                        "is a key that stack files have since version 3." + since + ", and this one is of version 3."
                                + version,
                        "3." + since));
            } else {
                fit(form.get(), field.value());
            }
            path.removeLast();
        });
        keys.required().stream()
                .filter(name -> !map.has(name))
                .forEach(name -> tell(map.place(), false, "needs " + name + ", which is missing here"));
    }

    private void list(Typed form, ListValue list) {
        for (int i = 0; i < list.items().size(); i++) {
            Value item = list.items().get(i);
            path.addLast("[]");
            fit(form.items(), item);
            path.removeLast();
            if (form.unique() && list.items().subList(0, i).stream().anyMatch(item::means)) {
                tell(item.place(), false, "has one entry twice");
            }
        }
    }

    private void text(Form.Text form, ScalarValue scalar) {
        String text = scalar.text();
        if (!form.words().isEmpty() && !form.words().contains(text)) {
            tell(scalar.place(), false, "is one of " + String.join(", ", form.words()) + ", not '" + text + "'");
        }
        boolean span = SPANS.stream().anyMatch(each -> KeyPattern.of(each).matches(path));
        if (span && scalar.isString() && !SPAN.matcher(text).matches()) {
            tell(scalar.place(), false, "is a span of time such as 36h or 1m30s, not '" + text + "'");
        }
    }

    private void tell(Place at, boolean unknown, String why) {
        misfits.accept(new StackMisfit(path, at, unknown, why, ""));
    }
}
