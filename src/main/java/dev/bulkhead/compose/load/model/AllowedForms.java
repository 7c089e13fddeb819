package dev.bulkhead.compose.load.model;

import dev.bulkhead.compose.LoadProblem;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.value.FieldReader;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.schema.ComposeSchema;
import dev.bulkhead.topology.Element;
import java.util.List;
import java.util.Optional;

/**
 * Comparison of what was put together with the schema of the Compose Specification: what Compose refuses becomes a problem,
 * and parts whose type nobody could read are left out, so that the rest can be shown and repaired.
 */
final class AllowedForms {

    private static final ComposeSchema SCHEMA = ComposeSchema.bundled();

    private final LoadContext context;

    AllowedForms(LoadContext context) {
        this.context = context;
    }

    /** Returns what can be read of an element of a section. */
    Optional<Value> element(String section, String name, Place key, Value value) {
        String kind = section.substring(0, section.length() - 1);
        List<Element> subjects = List.of(Model.element(section, name));
        if (!SCHEMA.mayBeCalled(section, name)) {
            problem(
                    subjects,
                    key,
                    "a " + kind + " cannot be called '" + name + "'",
                    "use letters, digits, '.', '_' and '-'");
        }
        Optional<Value> fits = SCHEMA.fit(
                kind,
                "the " + kind + " " + name,
                value,
                misfit -> problem(subjects, misfit.at(), misfit.message(), misfit.fix()));
        if (fits.isPresent() && fits.get() instanceof MapValue map && section.equals(Model.SERVICES)) {
            FieldReader.items(map, "volumes").forEach(volume -> volume(subjects, name, volume));
        }
        return fits;
    }

    private void volume(List<Element> subjects, String service, Value volume) {
        if (volume instanceof ScalarValue text) {
            VolumeSpec.fault(text.text())
                    .ifPresent(fault -> problem(
                            subjects,
                            text.place(),
                            "the volume '" + text.text() + "' of the service " + service + " " + fault,
                            "write it as SOURCE:TARGET or SOURCE:TARGET:ro"));
        }
    }

    /** Returns what can be read of an entry of {@code include}. */
    Optional<Value> include(Value entry) {
        return SCHEMA.fit(
                "include", "include", entry, misfit -> problem(List.of(), misfit.at(), misfit.message(), misfit.fix()));
    }

    private void problem(List<Element> subjects, Place at, String message, String fix) {
        context.problem(new LoadProblem(LoadProblem.Rule.INVALID, subjects, at.mark(), message, fix));
    }
}
