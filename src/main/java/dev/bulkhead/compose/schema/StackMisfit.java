package dev.bulkhead.compose.schema;

import dev.bulkhead.compose.load.value.Place;
import java.util.List;

/**
 * Something of a file that the schema of stack files does not allow.
 *
 * @param path the keys down to it, from the top of the file; an item of a list is {@code []}
 * @param at where it stands
 * @param unknown whether there may be no such key at all; otherwise its value is another than may stand there
 * @param why what is wrong, as the part of a sentence
 * @param since the version of the file format that allows it, where one does; otherwise empty
 */
public record StackMisfit(List<String> path, Place at, boolean unknown, String why, String since) {

    public StackMisfit {
        path = List.copyOf(path);
    }
}
