package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.EditRejectedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A service's {@code networks} as values to be written. */
final class NetworksOut {

    private NetworksOut() {}

    /** Returns memberships as a list, or as a mapping where one of them says more than its name. */
    static YamlOut of(List<Attachment> attachments) {
        if (attachments.stream().noneMatch(Attachment::needsMapForm)) {
            return new YamlOut.Items(attachments.stream()
                    .<YamlOut>map(a -> new YamlOut.Text(a.network()))
                    .toList());
        }
        SequencedMap<String, YamlOut> fields = new LinkedHashMap<>();
        attachments.forEach(a -> fields.put(a.network(), of(a)));
        return new YamlOut.Fields(fields);
    }

    /** Returns what stands behind a membership's name in the mapping form. */
    static YamlOut of(Attachment attachment) {
        SequencedMap<String, YamlOut> fields = new LinkedHashMap<>();
        if (!attachment.aliases().isEmpty()) {
            fields.put(
                    "aliases",
                    new YamlOut.Items(attachment.aliases().stream()
                            .<YamlOut>map(YamlOut.Text::new)
                            .toList()));
        }
        attachment.ipv4().ifPresent(ip -> fields.put("ipv4_address", new YamlOut.Text(ip)));
        attachment.ipv6().ifPresent(ip -> fields.put("ipv6_address", new YamlOut.Text(ip)));
        attachment.macAddress().ifPresent(mac -> fields.put("mac_address", new YamlOut.Text(mac)));
        if (attachment.gwPriority() != 0) {
            fields.put("gw_priority", new YamlOut.Raw(Integer.toString(attachment.gwPriority())));
        }
        if (!attachment.driverOpts().isEmpty()) {
            SequencedMap<String, YamlOut> options = new LinkedHashMap<>();
            attachment.driverOpts().forEach((key, value) -> options.put(key, new YamlOut.Text(value)));
            fields.put("driver_opts", new YamlOut.Fields(options));
        }
        return fields.isEmpty() ? new YamlOut.Nothing() : new YamlOut.Fields(fields);
    }

    /**
     * Returns a copy of what is written with one membership more.
     *
     * @throws EditRejectedException if a name that would have to become a key comes from a variable
     */
    static YamlOut copyWith(YamlNode written, Attachment more) throws EditRejectedException {
        return switch (NodeCopies.copy(written)) {
            case YamlOut.Fields fields -> {
                fields.fields().put(more.network(), of(more));
                yield fields;
            }
            case YamlOut.Items items
            when !more.needsMapForm() -> {
                List<YamlOut> all = new ArrayList<>(items.items());
                all.add(new YamlOut.Text(more.network()));
                yield new YamlOut.Items(all);
            }
            default -> {
                SequencedMap<String, YamlOut> fields = new LinkedHashMap<>();
                for (ScalarNode name : names(written)) {
                    if (name.value().contains("$")) {
                        throw SequenceEdits.variableAsKey(name);
                    }
                    fields.put(name.value(), new YamlOut.Nothing());
                }
                fields.put(more.network(), of(more));
                yield new YamlOut.Fields(fields);
            }
        };
    }

    /** Returns the names of a list. */
    static List<ScalarNode> names(YamlNode list) {
        return list instanceof SequenceNode sequence
                ? sequence.items().stream()
                        .map(YamlNode::resolved)
                        .filter(ScalarNode.class::isInstance)
                        .map(ScalarNode.class::cast)
                        .toList()
                : List.of();
    }

    /** Returns the text that says nothing behind the last name of a mapping, to write the next one alike. */
    static YamlOut nothingLike(MappingNode map) {
        YamlNode last = map.entries().getLast().value();
        boolean written = last.end() > last.contentStart() && MappingEdits.isEmpty(last);
        return written && last.properties().isEmpty()
                ? new YamlOut.Raw(last.span().text())
                : new YamlOut.Nothing();
    }
}
