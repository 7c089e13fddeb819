package dev.bulkhead.compose.patch.value;

import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Optional;

/**
 * Match of a list item with the name of a network, also where the name comes from a variable.
 *
 * @param network the network's key
 * @param mark where the project's reader saw the name, if it did
 */
public record NameMatch(String network, Optional<SourceMark> mark) {

    public boolean matches(YamlNode item) {
        if (!(item.resolved() instanceof ScalarNode name)) {
            return false;
        }
        if (name.value().equals(network)) {
            return true;
        }
        if (!name.value().contains("$")) {
            return false;
        }
        Interpolated text = Interpolated.parse(name.value());
        List<Interpolated.Segment> segments = text.segments();
        boolean isDefault =
                segments.size() == 1 && segments.getFirst().word(name.value()).equals(Optional.of(network));
        return isDefault || mark.filter(m -> m.equals(name.mark())).isPresent();
    }
}
