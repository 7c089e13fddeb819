package dev.bulkhead.compose.patch.place;

import dev.bulkhead.compose.patch.text.BlockStyle;
import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.Splice;
import dev.bulkhead.compose.patch.text.StyleProbe;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.List;
import java.util.Map;

/** Separation of a shared field: gives a service one of its own where it reads one that others may read too. */
public final class SharedFields {

    private SharedFields() {}

    /**
     * Writes a field into the service itself.
     *
     * @param place where the service reads the field now
     * @param value what the service's own field shall hold
     */
    public static Draft own(FieldPlace place, YamlValue value) throws EditRejectedException {
        SourceFile file = place.file();
        MappingEdits edits = new MappingEdits(file);
        if (place.own()) {
            return Draft.of(file, edits.replaceWithBlock(place.around(), place.entry(), value, styleNear(place.site())))
                    .noting(note(place));
        }
        return put(place.site(), place.entry().name(), value).noting(note(place));
    }

    /** Writes a value where the service reads nothing: there, or into the service itself where others read it too. */
    public static Draft fill(FieldPlace place, YamlValue value) throws EditRejectedException {
        if (place.shared()) {
            return own(place, value);
        }
        SourceFile file = place.file();
        return Draft.of(
                file, new MappingEdits(file).fill(place.around(), place.entry(), value, styleNear(place.site())));
    }

    /** Adds a field that the service does not have to the service itself. */
    public static Draft put(ServiceSite site, String field, YamlValue value) throws EditRejectedException {
        SourceFile file = site.file();
        MappingEdits edits = new MappingEdits(file);
        BlockStyle style = styleNear(site);
        List<Splice> splices;
        if (site.entry().value() instanceof AliasNode) {
            splices = edits.extendAlias(site.services(), site.entry(), field, value, style);
        } else if (site.body().filter(map -> !map.entries().isEmpty()).isPresent()) {
            splices = edits.add(site.body().orElseThrow(), field, value, style);
        } else if (MappingEdits.isEmpty(site.entry().value())) {
            YamlValue fields = YamlValue.Fields.of(Map.entry(field, value));
            splices = edits.fill(site.services(), site.entry(), fields, style);
        } else {
            throw new EditRejectedException(site.entry().value().mark() + ": service " + site.key()
                    + " is not a mapping; write its fields below its name.");
        }
        return Draft.of(file, splices);
    }

    /** Returns the style of the blocks of a service, or of its file where it has none. */
    public static BlockStyle styleNear(ServiceSite site) {
        return StyleProbe.below(
                site.entry().value(), site.file().lines(), site.file().style());
    }

    private static String note(FieldPlace place) {
        return "Service " + place.site().key() + " read its " + place.entry().name() + " from "
                + place.entry().key().mark().fileAndLine() + ", which others may read too; it has its own now.";
    }
}
