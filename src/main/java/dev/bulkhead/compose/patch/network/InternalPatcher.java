package dev.bulkhead.compose.patch.network;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.ElementSite;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.place.SectionBlock;
import dev.bulkhead.compose.patch.text.ScalarEdits;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.patch.value.ValuePatcher;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Candidate changes of text that make a network internal or not. */
public final class InternalPatcher {

    private static final String FIELD = "internal";

    private final ProjectSources text;
    private final ValuePatcher values;
    private final String network;
    private final boolean internal;

    public InternalPatcher(ProjectSources text, ValuePatcher values, String network, boolean internal) {
        this.text = text;
        this.values = values;
        this.network = network;
        this.internal = internal;
    }

    public List<Draft.Attempt> attempts() {
        List<ElementSite> sites = text.networks(network);
        List<Draft.Attempt> attempts = new ArrayList<>();
        for (ElementSite site : sites) {
            NetworkFields.written(site, FIELD)
                    .filter(node ->
                            node.resolved() instanceof ScalarNode s && s.value().contains("$"))
                    .ifPresent(node -> attempts.addAll(values.attempts(
                            new ValuePatcher.Spot(
                                    site.file(),
                                    (ScalarNode) node.resolved(),
                                    "",
                                    site.section().flow()),
                            Boolean.toString(!internal),
                            Boolean.toString(internal))));
        }
        attempts.addAll(NetworkFields.attempts(sites, FIELD, this::set));
        if (sites.isEmpty()) {
            attempts.add(() -> new SectionBlock(text, "networks", network)
                    .declare(YamlValue.Fields.of(Map.entry(FIELD, value()))));
        }
        return attempts;
    }

    private Draft set(ElementSite site) throws EditRejectedException {
        Optional<YamlNode> written = NetworkFields.written(site, FIELD);
        if (written.isEmpty()) {
            return NetworkFields.add(site, FIELD, value());
        }
        if (written.get().resolved() instanceof ScalarNode scalar
                && !scalar.value().contains("$")) {
            return Draft.of(site.file(), new ScalarEdits(site.file()).replaceWith(scalar, Boolean.toString(internal)));
        }
        throw new EditRejectedException(written.get().mark() + ": whether " + network
                + " is internal comes from a variable; change it where it is set.");
    }

    private YamlValue value() {
        return new YamlValue.Raw(Boolean.toString(internal));
    }
}
