package dev.bulkhead.compose.patch.network;

import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.NodeCopies;
import dev.bulkhead.compose.patch.text.SequenceEdits;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A service's {@code networks} as values to be written. */
public final class MembershipEntries {

    private MembershipEntries() {}

    /** Returns memberships as a list, or as a mapping where one of them says more than its name. */
    static YamlValue of(List<Attachment> attachments) {
        if (attachments.stream().noneMatch(Attachment::needsMapForm)) {
            return new YamlValue.Items(attachments.stream()
                    .<YamlValue>map(a -> new YamlValue.Text(a.network()))
                    .toList());
        }
        SequencedMap<String, YamlValue> fields = new LinkedHashMap<>();
        attachments.forEach(a -> fields.put(a.network(), of(a)));
        return new YamlValue.Fields(fields);
    }

    /** Returns what stands behind a membership's name in the mapping form. */
    static YamlValue of(Attachment attachment) {
        SequencedMap<String, YamlValue> fields = new LinkedHashMap<>();
        if (!attachment.aliases().isEmpty()) {
            fields.put(
                    "aliases",
                    new YamlValue.Items(attachment.aliases().stream()
                            .<YamlValue>map(YamlValue.Text::new)
                            .toList()));
        }
        attachment.ipv4().ifPresent(ip -> fields.put("ipv4_address", new YamlValue.Text(ip)));
        attachment.ipv6().ifPresent(ip -> fields.put("ipv6_address", new YamlValue.Text(ip)));
        attachment.macAddress().ifPresent(mac -> fields.put("mac_address", new YamlValue.Text(mac)));
        if (attachment.priority() != 0) {
            fields.put("priority", new YamlValue.Raw(Integer.toString(attachment.priority())));
        }
        if (attachment.gwPriority() != 0) {
            fields.put("gw_priority", new YamlValue.Raw(Integer.toString(attachment.gwPriority())));
        }
        if (!attachment.driverOpts().isEmpty()) {
            SequencedMap<String, YamlValue> options = new LinkedHashMap<>();
            attachment.driverOpts().forEach((key, value) -> options.put(key, new YamlValue.Text(value)));
            fields.put("driver_opts", new YamlValue.Fields(options));
        }
        return fields.isEmpty() ? new YamlValue.Nothing() : new YamlValue.Fields(fields);
    }

    /**
     * Returns a copy of what is written with one membership more.
     *
     * @throws EditRejectedException if a name that would have to become a key comes from a variable
     */
    static YamlValue copyWith(YamlNode written, Attachment more) throws EditRejectedException {
        return switch (NodeCopies.copy(written)) {
            case YamlValue.Fields fields -> {
                fields.fields().put(more.network(), of(more));
                yield fields;
            }
            case YamlValue.Items items
            when !more.needsMapForm() -> {
                List<YamlValue> all = new ArrayList<>(items.items());
                all.add(new YamlValue.Text(more.network()));
                yield new YamlValue.Items(all);
            }
            default -> {
                SequencedMap<String, YamlValue> fields = new LinkedHashMap<>();
                for (ScalarNode name : names(written)) {
                    if (name.value().contains("$")) {
                        throw SequenceEdits.variableAsKey(name);
                    }
                    fields.put(name.value(), new YamlValue.Nothing());
                }
                fields.put(more.network(), of(more));
                yield new YamlValue.Fields(fields);
            }
        };
    }

    /** Returns the names of a list. */
    public static List<ScalarNode> names(YamlNode list) {
        return list instanceof SequenceNode sequence
                ? sequence.items().stream()
                        .map(YamlNode::resolved)
                        .filter(ScalarNode.class::isInstance)
                        .map(ScalarNode.class::cast)
                        .toList()
                : List.of();
    }

    /** Returns the text that says nothing behind the last name of a mapping, to write the next one alike. */
    static YamlValue nothingLike(MappingNode map) {
        YamlNode last = map.entries().getLast().value();
        boolean written = last.end() > last.contentStart() && MappingEdits.isEmpty(last);
        return written && last.properties().isEmpty()
                ? new YamlValue.Raw(last.span().text())
                : new YamlValue.Nothing();
    }
}
