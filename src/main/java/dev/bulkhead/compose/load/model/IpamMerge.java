package dev.bulkhead.compose.load.model;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Merge of the address pools of a network by their subnet.
 *
 * <p>Follows compose-go {@code override/merge.go} to the letter, its oddities included: a pool of the base stays only
 * when some pool of the overlay has its subnet, so that an overlay with another subnet replaces the base's pools.
 */
final class IpamMerge {

    private IpamMerge() {}

    static Value merge(Value base, Value over) throws ComposeException {
        if (!(base instanceof ListValue bases) || !(over instanceof ListValue overs)) {
            throw over.place().fault("address pools are a list; write each pool as a list entry: - subnet: ...");
        }
        List<MapValue> merged = new ArrayList<>();
        for (Value original : bases.items()) {
            MapValue right = Values.toMapping(original, Map.of());
            for (Value overlay : overs.items()) {
                MapValue left = Values.toMapping(overlay, Map.of());
                if (!sameSubnet(left, right) && indexOf(merged, left) < 0) {
                    merged.add(left);
                    continue;
                }
                // Compose changes the base's pool in place, so that later overlays see it.
                right = united(right, left);
                int known = indexOf(merged, right);
                if (known >= 0) {
                    merged.set(known, right);
                } else {
                    merged.add(right);
                }
            }
        }
        return new ListValue(base.place(), List.copyOf(merged));
    }

    private static MapValue united(MapValue base, MapValue over) throws ComposeException {
        return Merger.element("pool", base, over) instanceof MapValue map ? map : base;
    }

    private static int indexOf(List<MapValue> pools, MapValue pool) {
        for (int i = 0; i < pools.size(); i++) {
            if (sameSubnet(pools.get(i), pool)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean sameSubnet(MapValue a, MapValue b) {
        Optional<Value> left = a.get("subnet");
        Optional<Value> right = b.get("subnet");
        return left.isPresent() == right.isPresent()
                && (left.isEmpty() || right.isEmpty() || left.get().means(right.get()));
    }
}
