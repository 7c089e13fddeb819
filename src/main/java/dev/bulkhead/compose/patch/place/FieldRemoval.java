package dev.bulkhead.compose.patch.place;

import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.Splice;
import dev.bulkhead.compose.yaml.MappingEntry;
import java.util.List;

/** Removal of a whole field, which is left empty where it is all that there is. */
public final class FieldRemoval {

    private FieldRemoval() {}

    public static Draft of(FieldPlace place) {
        SourceFile file = place.file();
        if (place.around().entries().size() > 1) {
            return Draft.of(file, new MappingEdits(file).remove(place.around(), place.entry()));
        }
        return Draft.of(file, emptied(file, place.entry(), "[]"));
    }

    /** Leaves an entry with an empty list or mapping. */
    public static List<Splice> emptied(SourceFile file, MappingEntry entry, String empty) {
        int colon = file.lines().text().indexOf(':', entry.key().end());
        return List.of(new Splice(colon + 1, Math.max(colon + 1, entry.value().end()), " " + empty));
    }
}
