package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.EditRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ways to make a network internal or not. */
final class InternalWays {

    private static final String FIELD = "internal";

    private final ProjectText text;
    private final ValueWays values;
    private final String network;
    private final boolean internal;

    InternalWays(ProjectText text, ValueWays values, String network, boolean internal) {
        this.text = text;
        this.values = values;
        this.network = network;
        this.internal = internal;
    }

    List<Draft.Way> ways() {
        List<NetworkSite> sites = text.networks(network);
        List<Draft.Way> ways = new ArrayList<>();
        for (NetworkSite site : sites) {
            NetworkFields.written(site, FIELD)
                    .filter(node ->
                            node.resolved() instanceof ScalarNode s && s.value().contains("$"))
                    .ifPresent(node -> ways.addAll(values.ways(
                            new ValueWays.Spot(
                                    site.file(),
                                    (ScalarNode) node.resolved(),
                                    "",
                                    site.networks().flow()),
                            Boolean.toString(!internal),
                            Boolean.toString(internal))));
        }
        ways.addAll(NetworkFields.ways(sites, FIELD, this::set));
        if (sites.isEmpty()) {
            ways.add(() -> new NetworkBlock(text, network).declare(YamlOut.Fields.of(Map.entry(FIELD, value()))));
        }
        return ways;
    }

    private Draft set(NetworkSite site) throws EditRejectedException {
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

    private YamlOut value() {
        return new YamlOut.Raw(Boolean.toString(internal));
    }
}
