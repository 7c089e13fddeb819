package dev.bulkhead.check.benchmark;

import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Optional;

/**
 * A service with all that the files say of it.
 *
 * @param stated its fields, which can hold secrets
 * @param sources where it stands
 */
record StatedService(Service service, ResolvedValue.Fields stated, SourceMap sources) {

    String key() {
        return service.key();
    }

    boolean privileged() {
        return service.container().hostAccess().privileged();
    }

    Optional<String> text(String... path) {
        return stated.text(path);
    }

    /** Returns whether a field says this. */
    boolean says(String text, String... path) {
        return stated.text(path).filter(text::equalsIgnoreCase).isPresent();
    }

    /** Returns a breach where a field stands, or where the service stands that lacks it. */
    Breach breach(String stands, String right, String... path) {
        return new Breach(key(), place(path), stands, right);
    }

    /** Returns a breach at a value. */
    Breach breach(ResolvedValue.Scalar at, String stands, String right) {
        return new Breach(key(), Optional.of(at.at()), stands, right);
    }

    /** As {@link #breach(String, String, String...)}, in a list of one where it is one, else in an empty one. */
    List<Breach> breachIf(boolean is, String stands, String right, String... path) {
        return is ? List.of(breach(stands, right, path)) : List.of();
    }

    private Optional<SourceMark> place(String... path) {
        Element element = Element.service(key());
        for (String name : path) {
            element = element.field(name);
        }
        Element innermost = element;
        return stated.scalars(path).stream()
                .map(ResolvedValue.Scalar::at)
                .findFirst()
                .or(() -> sources.at(innermost));
    }
}
