package dev.bulkhead.compose.patch;

import dev.bulkhead.topology.EditRejectedException;
import java.util.List;

/** Puts a value in the place of a field whatever its form, for the rare ways that state everything anew. */
final class Overriding {

    private Overriding() {}

    static Draft field(FieldPlace place, YamlOut value) throws EditRejectedException {
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
