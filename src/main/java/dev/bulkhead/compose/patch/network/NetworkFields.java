package dev.bulkhead.compose.patch.network;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.ElementSite;
import dev.bulkhead.compose.patch.text.BlockStyle;
import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.StyleProbe;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fields of declared networks, to be found and added. */
final class NetworkFields {

    private NetworkFields() {}

    /** Returns a field that is written in a declaration itself or behind its alias. */
    static Optional<YamlNode> written(ElementSite site, String field) {
        return site.entry().value().resolved() instanceof MappingNode map ? map.value(field) : Optional.empty();
    }

    /** Adds a field that a declaration does not have. */
    static Draft add(ElementSite site, String field, YamlValue value) throws EditRejectedException {
        SourceFile file = site.file();
        MappingEdits edits = new MappingEdits(file);
        BlockStyle style = StyleProbe.below(site.entry().value(), file.lines(), file.style());
        YamlNode declared = site.entry().value();
        if (declared instanceof AliasNode) {
            return Draft.of(file, edits.extendAlias(site.section(), site.entry(), field, value, style));
        }
        if (MappingEdits.isEmpty(declared)) {
            YamlValue fields = YamlValue.Fields.of(Map.entry(field, value));
            return Draft.of(file, edits.fill(site.section(), site.entry(), fields, style));
        }
        if (declared instanceof MappingNode map) {
            return Draft.of(file, edits.add(map, field, value, style));
        }
        throw new EditRejectedException(declared.mark() + ": network "
                + site.entry().name() + " is not a mapping; write its fields below its name.");
    }

    /**
     * Returns attempts over a network's declarations: where the field stands, at the declaration that counts, at all of them
     * (files that are included have to declare it alike), at each.
     */
    static List<Draft.Attempt> attempts(List<ElementSite> sites, String field, Draft.Step<ElementSite> step) {
        List<ElementSite> stating =
                sites.stream().filter(s -> written(s, field).isPresent()).toList();
        List<Draft.Attempt> attempts = new ArrayList<>();
        if (!stating.isEmpty()) {
            attempts.add(() -> step.at(stating.getLast()));
            if (stating.size() > 1) {
                attempts.add(() -> Draft.all(stating, step));
            }
        }
        for (ElementSite site : sites) {
            attempts.add(() -> step.at(site));
        }
        if (sites.size() > 1) {
            attempts.add(() -> Draft.all(sites, step));
        }
        return attempts;
    }
}
