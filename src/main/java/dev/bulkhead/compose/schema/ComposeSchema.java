package dev.bulkhead.compose.schema;

import dev.bulkhead.compose.load.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The schema of the Compose Specification, as Compose 2.40 checks files by it (compose-go 2.9.1, {@code
 * schema/compose-spec.json}).
 */
public final class ComposeSchema {

    private final Form.Typed file;
    private final Map<String, Form> definitions;

    private ComposeSchema(Form.Typed file, Map<String, Form> definitions) {
        this.file = file;
        this.definitions = definitions;
    }

    /** Returns the schema that comes with the program. */
    public static ComposeSchema bundled() {
        return Bundled.SCHEMA;
    }

    /** Read when the first file is, and once. */
    private static final class Bundled {
        static final ComposeSchema SCHEMA = read();

        private static ComposeSchema read() {
            try (InputStream in =
                    Objects.requireNonNull(ComposeSchema.class.getResourceAsStream("compose-spec.json"))) {
                if (!(FormReader.parse(in) instanceof Map<?, ?> root
                        && FormReader.form(root) instanceof Form.Typed file)) {
                    throw new IllegalStateException("the schema of a Compose file states no type");
                }
                return new ComposeSchema(file, FormReader.forms(FormReader.map(root, "definitions")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Returns the keys that may stand at the top of a file, beside those that start with {@code x-}. */
    public Set<String> sections() {
        return new TreeSet<>(file.keys().named().keySet());
    }

    /** Returns whether an element of a section, such as a service, may have a name. */
    public boolean mayBeCalled(String section, String name) {
        return !(file.keys().named().get(section) instanceof Form.Typed(var _, var keys, var _, var _, var _))
                || keys.of(name).isPresent();
    }

    /**
     * Compares a value with its form.
     *
     * @param definition what it is, with the schema's word: service, network, volume, secret, config, model or include
     * @param name what it is called in sentences
     * @param misfits hears of everything that is not allowed
     * @return the value without the parts whose type is another; empty where that leaves nothing of it
     */
    public Optional<Value> fit(String definition, String name, Value value, Consumer<Misfit> misfits) {
        return new Fitting(definitions, definition, name, misfits).fit(value);
    }
}
