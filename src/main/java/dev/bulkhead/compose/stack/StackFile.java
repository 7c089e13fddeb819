package dev.bulkhead.compose.stack;

import dev.bulkhead.compose.load.value.Value.MapValue;
import java.util.List;

/**
 * One file of a project as {@code docker stack deploy} reads it.
 *
 * @param name its name in marks
 * @param main whether it is handed over by itself; the others are included or extended, which a stack refuses
 * @param root its first document, with aliases, merge keys and variables replaced
 * @param notes what is read otherwise than by Compose
 */
public record StackFile(String name, boolean main, MapValue root, List<StackNote> notes) {

    public StackFile {
        notes = List.copyOf(notes);
    }
}
