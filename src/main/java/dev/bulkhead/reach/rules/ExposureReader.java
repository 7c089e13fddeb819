package dev.bulkhead.reach.rules;

import dev.bulkhead.compose.CollectedFaults;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reader of {@code exposure}. */
final class ExposureReader {

    private boolean isPublic;
    private Optional<List<AllowedPort>> allowed = Optional.empty();
    private Optional<String> after = Optional.empty();

    private ExposureReader() {}

    static Exposure read(YamlNode node) throws ComposeException {
        String right = "write public and allow-published below it";
        CollectedFaults faults = new CollectedFaults();
        ExposureReader reader = new ExposureReader();
        RulesReader.mapping(node, "exposure", right).entries().forEach(entry -> faults.in(() -> reader.take(entry)));
        faults.raise();
        return new Exposure(reader.isPublic, reader.allowed, reader.after, Optional.of(node.mark()));
    }

    private void take(MappingEntry entry) throws ComposeException {
        switch (entry.name()) {
            case "public" -> isPublic = flag(entry.value());
            case "allow-published" -> allowed = Optional.of(ports(entry.value()));
            case "after" -> after = Optional.of(RuleReader.after(entry));
            default -> throw RulesReader.unknownKey(entry, "public, allow-published and after");
        }
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
        return RulesReader.each(RulesReader.sequence(value, "allow-published", right), item -> {
            String text = RulesReader.text(item, "an allowed port", right).strip();
            return AllowedPort.parse(text)
                    .orElseThrow(() -> new ComposeException(
                            item.mark(), text + " is not a port; write for instance 80/tcp or 6881-6889/udp."));
        });
    }
}
