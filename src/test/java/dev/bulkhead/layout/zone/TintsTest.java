package dev.bulkhead.layout.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Colours of networks. */
class TintsTest {

    @Test
    void aNetworkNamedAfterATierHasItsColour() {
        assertThat(colours(Map.of(), "dmz-net", "backend-net"))
                .isEqualTo(Map.of("dmz-net", Tint.DMZ, "backend-net", Tint.BACKEND));
    }

    @Test
    void oneMoreNetworkChangesNoColourThatIsRemembered() {
        SortedMap<String, Tint> before = colours(Map.of(), "media-network", "quiet", "loud");
        SortedMap<String, Tint> after = colours(before, "aaa", "lab-net", "loud", "media-network", "quiet");

        assertThat(after).containsAllEntriesOf(before);
    }

    @Test
    void sixNetworksWithoutATierHaveSixColours() {
        SortedMap<String, Tint> tints = colours(Map.of(), "a", "b", "c", "d", "e", "f");

        assertThat(new HashSet<>(tints.values())).hasSize(6);
    }

    @Test
    void theLegacyNetworkIsColouredAsSuchWhateverItWas() {
        SortedMap<String, Tint> tints =
                Tints.of(networks("media-network"), Map.of("media-network", Tint.OTHER_1), Set.of("media-network"));

        assertThat(tints).isEqualTo(Map.of("media-network", Tint.LEGACY));
    }

    private static SortedMap<String, Tint> colours(Map<String, Tint> known, String... keys) {
        return Tints.of(networks(keys), known, Set.of());
    }

    private static List<Network> networks(String... keys) {
        return Stream.of(keys)
                .map(key -> new Network(key, key, NetworkOptions.defaults(), List.of()))
                .toList();
    }
}
