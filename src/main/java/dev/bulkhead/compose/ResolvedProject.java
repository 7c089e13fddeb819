package dev.bulkhead.compose;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A project with everything its files say, put together as Compose does before it acts.
 *
 * @param project the project as it is usually read
 * @param sections the elements by section ({@code services}, {@code networks}, {@code volumes}, ...), in Compose's order
 */
public record ResolvedProject(ComposeProject project, SequencedMap<String, ResolvedValue.Fields> sections) {

    public ResolvedProject {
        sections = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sections));
    }
}
