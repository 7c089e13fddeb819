package dev.bulkhead.compose.schema;

import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.schema.Casts.Cast;
import dev.bulkhead.compose.schema.Form.Keys;
import dev.bulkhead.compose.schema.Form.Text;
import dev.bulkhead.compose.schema.Form.Typed;
import dev.bulkhead.topology.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Comparison of one value with its form: what has another type is told and left out, everything else is only told. */
final class Fitting {

    private final Map<String, Form> definitions;
    private final String definition;
    private final Casts casts;
    private final Consumer<Misfit> misfits;
    private final List<String> path = new ArrayList<>();
    private final List<Keys> around = new ArrayList<>();
    private int leftOut;
    private final String root;

    Fitting(Map<String, Form> definitions, String definition, String root, Consumer<Misfit> misfits) {
        this.root = root;
        this.definitions = definitions;
        this.definition = definition;
        this.casts = new Casts(definition);
        this.misfits = misfits;
    }

    Optional<Value> fit(Value value) {
        return fit(new Form.Defined(definition), value);
    }

    /** Where in the element, as a sentence begins. */
    private String here() {
        return path.isEmpty() ? root : root + ": " + String.join(".", path).replace(".[]", "[]");
    }

    private Optional<Value> fit(Form form, Value value) {
        return switch (form) {
            case Form.Anything _ -> Optional.of(value);
            case Form.Defined(String defined) -> fit(defined(defined), value);
            case Form.OneOf _, Typed _ -> {
                List<Typed> choices = choices(form).toList();
                Optional<Cast> cast =
                        value instanceof ScalarValue scalar && scalar.isString() ? casts.at(path) : Optional.empty();
                if (cast.isPresent() && value instanceof ScalarValue text) {
                    Optional<ScalarValue> turned = cast.get().of(text);
                    if (turned.isEmpty()) {
                        tell(
                                value.place(),
                                here() + " is " + cast.get().words() + ", but '" + text.text() + "' stands here",
                                cast.get().fix());
                        yield leftOut();
                    }
                    yield typed(choices, turned.get()).map(_ -> value);
                }
                if (value instanceof ScalarValue number
                        && casts.at(path).filter(count -> count.refuses(number)).isPresent()) {
                    tell(
                            value.place(),
                            here() + " is " + Cast.COUNT.words() + ", but " + number.text() + " stands here",
                            Cast.COUNT.fix());
                    yield leftOut();
                }
                yield typed(choices, value);
            }
        };
    }

    private Optional<Value> leftOut() {
        leftOut++;
        return Optional.empty();
    }

    private Form defined(String name) {
        Form form = definitions.get(name);
        if (form == null) {
            throw new IllegalStateException("the schema defines no " + name);
        }
        return form;
    }

    private Stream<Typed> choices(Form form) {
        return switch (form) {
            case Typed typed -> Stream.of(typed);
            case Form.OneOf(List<Form> forms) -> forms.stream().flatMap(this::choices);
            case Form.Defined(String name) -> choices(defined(name));
            case Form.Anything _ -> Stream.empty();
        };
    }

    private Optional<Value> typed(List<Typed> choices, Value value) {
        Optional<Typed> taken =
                choices.stream().filter(choice -> choice.takes(value)).findFirst();
        if (taken.isEmpty()) {
            tell(
                    value.place(),
                    here() + " takes " + words(choices) + ", but " + value.kindInWords() + " stands here",
                    Value.absent(value) ? "give it a value, or remove the key" : "change the value");
            return leftOut();
        }
        return switch (value) {
            case MapValue map -> mapping(taken.get(), map);
            case ListValue list -> Optional.of(list(taken.get(), list));
            case ScalarValue scalar -> {
                text(taken.get().text(), scalar);
                yield Optional.of(scalar);
            }
        };
    }

    private static String words(List<Typed> choices) {
        List<String> words = choices.stream()
                .flatMap(choice -> choice.types().stream())
                .filter(type -> type != Form.Type.INTEGER || !hasNumber(choices))
                .map(Form.Type::words)
                .distinct()
                .toList();
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    private static boolean hasNumber(List<Typed> choices) {
        return choices.stream().anyMatch(choice -> choice.types().contains(Form.Type.NUMBER));
    }

    private Optional<Value> mapping(Typed form, MapValue map) {
        Keys keys = form.keys();
        Map<String, Field> kept = new LinkedHashMap<>();
        int before = leftOut;
        around.add(keys);
        for (Map.Entry<String, Field> entry : map.fields().entrySet()) {
            Field field = entry.getValue();
            Optional<Form> expected = keys.of(entry.getKey());
            if (expected.isEmpty()) {
                unknown(keys, entry.getKey(), field.key());
                kept.put(entry.getKey(), field);
                continue;
            }
            path.addLast(entry.getKey());
            Optional<Value> fits = fit(expected.get(), field.value());
            path.removeLast();
            fits.ifPresent(value -> kept.put(entry.getKey(), new Field(field.key(), value)));
        }
        around.removeLast();
        List<String> missing =
                keys.required().stream().filter(key -> !map.has(key)).toList();
        if (!missing.isEmpty()) {
            if (!missing.stream().allMatch(key -> isMisspelt(key, keys, map))) {
                tell(map.place(), here() + " needs " + String.join(" and ", missing) + " here", "add it");
            }
            return leftOut();
        }
        return Optional.of(leftOut > before ? new MapValue(map.place(), kept) : map);
    }

    /** Returns whether a key that has to be there is what another one was meant to be, which is told of. */
    private static boolean isMisspelt(String missing, Keys keys, MapValue map) {
        return map.fields().keySet().stream()
                .filter(key -> keys.of(key).isEmpty())
                .anyMatch(key -> NearestName.to(key, keys.named().keySet())
                        .filter(missing::equals)
                        .isPresent());
    }

    private void unknown(Keys keys, String key, Place place) {
        String otherwise = keys.of("x-").isPresent()
                ? "remove it, or start its name with x- if it is a note of your own"
                : "remove it";
        String fix = NearestName.to(key, keys.named().keySet())
                .map(near -> "did you mean " + near + "? Otherwise " + otherwise)
                .or(() -> outer(key))
                .orElseGet(() -> keys.named().isEmpty() || keys.named().size() > 12
                        ? otherwise
                        : "use one of "
                                + keys.named().keySet().stream().sorted().collect(Collectors.joining(", ")) + ", or "
                                + otherwise);
        tell(place, here() + " has no field " + key + ", and Compose refuses it", fix);
    }

    /** A key that stands too deep, which is a matter of blanks. */
    private Optional<String> outer(String key) {
        for (int i = around.size() - 2; i >= 0; i--) {
            if (around.get(i).named().containsKey(key)) {
                String owner = i == 0 ? "the " + definition : path.get(i - 1);
                return Optional.of("it is a field of " + owner + ": move it to the left until it stands there");
            }
        }
        return Optional.empty();
    }

    private ListValue list(Typed form, ListValue list) {
        List<Value> kept = new ArrayList<>(list.items().size());
        int before = leftOut;
        for (int i = 0; i < list.items().size(); i++) {
            Value item = list.items().get(i);
            path.addLast("[]");
            Optional<Value> fits = fit(form.items(), item);
            path.removeLast();
            if (form.unique() && list.items().subList(0, i).stream().anyMatch(item::means)) {
                tell(item.place(), here() + " names " + shown(item) + " twice", "remove one of the two");
            }
            fits.ifPresent(kept::add);
        }
        return leftOut > before ? new ListValue(list.place(), kept) : list;
    }

    private static String shown(Value item) {
        return item instanceof ScalarValue scalar ? scalar.text() : item.kindInWords();
    }

    private void text(Text form, ScalarValue scalar) {
        String text = scalar.text();
        if (!form.words().isEmpty() && !form.words().contains(text)) {
            String near = NearestName.to(text, form.words())
                    .map(word -> "did you mean " + word + "?")
                    .orElse("write one of them");
            tell(
                    scalar.place(),
                    here() + " is one of " + String.join(", ", form.words()) + ", not '" + text + "'",
                    near);
        }
        if (scalar.isString()
                && form.pattern().filter(p -> !p.matcher(text).find()).isPresent()) {
            tell(
                    scalar.place(),
                    "'" + text + "' cannot stand for " + here(),
                    "write what fits the pattern " + form.pattern().get());
        }
        OptionalDouble number = scalar.isString() ? OptionalDouble.empty() : number(text);
        if (number.isPresent()
                && form.least().filter(least -> number.getAsDouble() < least).isPresent()) {
            tell(
                    scalar.place(),
                    here() + " is at least " + whole(form.least().get()) + ", not " + text,
                    "write a larger number");
        }
        if (number.isPresent()
                && form.most().filter(most -> number.getAsDouble() > most).isPresent()) {
            tell(
                    scalar.place(),
                    here() + " is at most " + whole(form.most().get()) + ", not " + text,
                    "write a smaller number");
        }
    }

    private static OptionalDouble number(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException other) {
            return OptionalDouble.empty();
        }
    }

    private static String whole(double number) {
        return Long.toString(Math.round(number));
    }

    private void tell(Place at, String message, String fix) {
        misfits.accept(new Misfit(at, message, fix));
    }
}
