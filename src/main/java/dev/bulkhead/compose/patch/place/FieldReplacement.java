package dev.bulkhead.compose.patch.place;

import dev.bulkhead.compose.patch.text.BlockWriter;
import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.Splice;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.List;

/** Replacement of a field's value whatever its form, for the rare attempts that state everything anew. */
public final class FieldReplacement {

    private FieldReplacement() {}

    public static Draft field(FieldPlace place, YamlValue value) throws EditRejectedException {
        if (!place.own()) {
            return SharedFields.own(place, value);
        }
        SourceFile file = place.file();
        if (place.around().flow()) {
            String text = new MappingEdits(file).flow(place.around()).write(value);
            return Draft.of(
                    file,
                    List.of(new Splice(
                            place.entry().value().contentStart(),
                            place.entry().value().end(),
                            text)));
        }
        int column = file.lines().column(place.entry().key().start());
        List<String> lines = new BlockWriter(SharedFields.styleNear(place.site()))
                .entry(place.entry().name(), value, column);
        String text = String.join(file.lines().lineBreak(), lines).stripLeading();
        int end = Math.max(place.entry().key().end(), place.entry().value().end());
        int colon = file.lines().text().indexOf(':', place.entry().key().end()) + 1;
        return Draft.of(file, List.of(new Splice(place.entry().key().start(), Math.max(colon, end), text)));
    }
}
