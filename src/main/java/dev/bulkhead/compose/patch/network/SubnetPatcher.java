package dev.bulkhead.compose.patch.network;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.ElementSite;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.place.SectionBlock;
import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.ScalarEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.patch.value.ValuePatcher;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Candidate changes of text that set the subnet of a network's first pool. */
public final class SubnetPatcher {

    private static final String IPAM = "ipam";

    private final ProjectSources text;
    private final ValuePatcher values;
    private final String network;
    private final String cidr;

    public SubnetPatcher(ProjectSources text, ValuePatcher values, String network, String cidr) {
        this.text = text;
        this.values = values;
        this.network = network;
        this.cidr = cidr;
    }

    public List<Draft.Attempt> attempts() {
        List<ElementSite> sites = text.networks(network);
        Optional<String> old = text.project().topology().network(network).stream()
                .flatMap(n -> n.subnets().stream())
                .findFirst()
                .flatMap(Subnet::subnet);
        List<ElementSite> stating =
                sites.stream().filter(s -> scalar(s).isPresent()).toList();
        List<Draft.Attempt> attempts = new ArrayList<>();
        for (ElementSite site : stating.reversed()) {
            scalar(site).ifPresent(node -> attempts.addAll(values.attempts(spot(site, node), old.orElse(""), cidr)));
        }
        if (stating.size() > 1) {
            attempts.add(() -> Draft.all(stating, this::replace));
        }
        attempts.addAll(NetworkFields.attempts(sites, IPAM, this::add));
        if (sites.isEmpty()) {
            attempts.add(() ->
                    new SectionBlock(text, "networks", network).declare(YamlValue.Fields.of(Map.entry(IPAM, ipam()))));
        }
        return attempts;
    }

    private Draft replace(ElementSite site) throws EditRejectedException {
        ScalarNode node = scalar(site).orElseThrow();
        if (node.value().contains("$")) {
            throw new EditRejectedException(
                    node.mark() + ": the subnet comes from a variable; change it where it is set.");
        }
        return Draft.of(
                site.file(),
                new ScalarEdits(site.file())
                        .replace(node, cidr, spot(site, node).flow()));
    }

    /** Adds the subnet to a declaration that does not have one. */
    private Draft add(ElementSite site) throws EditRejectedException {
        SourceFile file = site.file();
        MappingEdits edits = new MappingEdits(file);
        Optional<MappingNode> ipam = NetworkFields.written(site, IPAM).flatMap(SubnetPatcher::mapping);
        if (ipam.isEmpty()) {
            Optional<YamlNode> empty = NetworkFields.written(site, IPAM);
            return empty.isEmpty() ? NetworkFields.add(site, IPAM, ipam()) : fill(site, IPAM, ipam());
        }
        Optional<MappingEntry> config = ipam.get().entry("config");
        if (config.isEmpty()) {
            return ipam.get().entries().isEmpty()
                    ? fill(site, IPAM, ipam())
                    : Draft.of(file, edits.add(ipam.get(), "config", pools()));
        }
        if (config.get().value().resolved() instanceof SequenceNode list
                && !list.items().isEmpty()) {
            MappingNode first = mapping(list.items().getFirst())
                    .filter(map ->
                            !map.entries().isEmpty() && map.entry("subnet").isEmpty())
                    .orElseThrow(() -> new EditRejectedException(list.mark() + ": the first pool of " + network
                            + " is written in a way that cannot be changed safely; set its subnet by hand."));
            return Draft.of(file, edits.add(first, "subnet", new YamlValue.Text(cidr)));
        }
        return Draft.of(file, edits.fill(ipam.get(), config.get(), pools(), file.style()));
    }

    private static Draft fill(ElementSite site, String field, YamlValue value) {
        MappingNode map = mapping(site.entry().value()).orElseThrow();
        return Draft.of(
                site.file(),
                new MappingEdits(site.file())
                        .fill(
                                map,
                                map.entry(field).orElseThrow(),
                                value,
                                site.file().style()));
    }

    private YamlValue ipam() {
        return YamlValue.Fields.of(Map.entry("config", pools()));
    }

    private YamlValue pools() {
        return new YamlValue.Items(List.of(YamlValue.Fields.of(Map.entry("subnet", new YamlValue.Text(cidr)))));
    }

    /** Returns where the subnet of the first pool is written. */
    private static Optional<ScalarNode> scalar(ElementSite site) {
        return pool(site)
                .flatMap(pool -> pool.value("subnet"))
                .map(YamlNode::resolved)
                .filter(ScalarNode.class::isInstance)
                .map(ScalarNode.class::cast)
                .filter(node -> !node.isEmpty());
    }

    private static Optional<MappingNode> pool(ElementSite site) {
        return NetworkFields.written(site, IPAM)
                .flatMap(SubnetPatcher::mapping)
                .flatMap(ipam -> ipam.value("config"))
                .map(YamlNode::resolved)
                .filter(SequenceNode.class::isInstance)
                .map(SequenceNode.class::cast)
                .flatMap(list -> list.items().stream().findFirst())
                .flatMap(SubnetPatcher::mapping);
    }

    private static ValuePatcher.Spot spot(ElementSite site, ScalarNode node) {
        boolean flow = pool(site).filter(MappingNode::flow).isPresent();
        return new ValuePatcher.Spot(site.file(), node, "", flow);
    }

    private static Optional<MappingNode> mapping(YamlNode node) {
        return node.resolved() instanceof MappingNode map ? Optional.of(map) : Optional.empty();
    }
}
