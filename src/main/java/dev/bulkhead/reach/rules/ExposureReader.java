package dev.bulkhead.reach.rules;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reader of {@code exposure}. */
final class ExposureReader {

    private ExposureReader() {}

    static Exposure read(YamlNode node) throws ComposeException {
        boolean isPublic = false;
        Optional<List<AllowedPort>> allowed = Optional.empty();
        Optional<String> after = Optional.empty();
        String right = "write public and allow-published below it";
        for (MappingEntry entry : RulesReader.mapping(node, "exposure", right).entries()) {
            switch (entry.name()) {
                case "public" -> isPublic = flag(entry.value());
                case "allow-published" -> allowed = Optional.of(ports(entry.value()));
                case "after" -> after = Optional.of(RuleReader.after(entry));
                default -> throw RulesReader.unknownKey(entry, "public, allow-published and after");
            }
        }
        return new Exposure(isPublic, allowed, after, Optional.of(node.mark()));
    }

    private static boolean flag(YamlNode value) throws ComposeException {
        return switch (RulesReader.text(value, "public", "write true or false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ComposeException(value.mark(), "public has to be true or false.");
        };
    }

    private static List<AllowedPort> ports(YamlNode value) throws ComposeException {
        String right = "write for instance [80/tcp, 443/tcp]";
        List<AllowedPort> ports = new ArrayList<>();
        for (YamlNode item : RulesReader.sequence(value, "allow-published", right)) {
            String text = RulesReader.text(item, "an allowed port", right).strip();
            ports.add(AllowedPort.parse(text)
                    .orElseThrow(() -> new ComposeException(
                            item.mark(), text + " is not a port; write for instance 80/tcp or 6881-6889/udp.")));
        }
        return ports;
    }
}
