package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.EditRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and adds fields of declared networks. */
final class NetworkFields {

    private NetworkFields() {}

    /** Returns a field that is written in a declaration itself or behind its alias. */
    static Optional<YamlNode> written(NetworkSite site, String field) {
        return site.entry().value().resolved() instanceof MappingNode map ? map.value(field) : Optional.empty();
    }

    /** Adds a field that a declaration does not have. */
    static Draft add(NetworkSite site, String field, YamlOut value) throws EditRejectedException {
        SourceFile file = site.file();
        MappingEdits edits = new MappingEdits(file);
        BlockStyle style = StyleProbe.below(site.entry().value(), file.lines(), file.style());
        YamlNode declared = site.entry().value();
        if (declared instanceof AliasNode) {
            return Draft.of(file, edits.extendAlias(site.networks(), site.entry(), field, value, style));
        }
        if (MappingEdits.isEmpty(declared)) {
            YamlOut fields = YamlOut.Fields.of(Map.entry(field, value));
            return Draft.of(file, edits.fill(site.networks(), site.entry(), fields, style));
        }
        if (declared instanceof MappingNode map) {
            return Draft.of(file, edits.add(map, field, value, style));
        }
        throw new EditRejectedException(declared.mark() + ": network "
                + site.entry().name() + " is not a mapping; write its fields below its name.");
    }

    /** What to do with one declaration. */
    @FunctionalInterface
    interface Step {
        Draft at(NetworkSite site) throws EditRejectedException;
    }

    /**
     * Returns ways over a network's declarations: where the field stands, at the declaration that counts, at all of them
     * (files that are included have to declare it alike), at each.
     */
    static List<Draft.Way> ways(List<NetworkSite> sites, String field, Step step) {
        List<NetworkSite> stating =
                sites.stream().filter(s -> written(s, field).isPresent()).toList();
        List<Draft.Way> ways = new ArrayList<>();
        if (!stating.isEmpty()) {
            ways.add(() -> step.at(stating.getLast()));
            if (stating.size() > 1) {
                ways.add(() -> all(stating, step));
            }
        }
        for (NetworkSite site : sites) {
            ways.add(() -> step.at(site));
        }
        if (sites.size() > 1) {
            ways.add(() -> all(sites, step));
        }
        return ways;
    }

    static Draft all(List<NetworkSite> sites, Step step) throws EditRejectedException {
        Draft draft = Draft.EMPTY;
        for (NetworkSite site : sites) {
            draft = draft.and(step.at(site));
        }
        return draft;
    }
}
