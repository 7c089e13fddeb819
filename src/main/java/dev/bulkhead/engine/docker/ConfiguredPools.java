package dev.bulkhead.engine.docker;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.EnginePools;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The address pools that an engine's configuration states; the client library does not know that field. */
final class ConfiguredPools {

    private ConfiguredPools() {}

    /** Returns the pools of an engine: its own ones, else those that engines have without any. */
    static EnginePools of(RawJson info) {
        List<EnginePools.Pool> pools = new ArrayList<>();
        // A list of Base and Size.
        if (info.at("DefaultAddressPools").value().orElse(List.of()) instanceof List<?> list) {
            for (Object item : list) {
                pool(item).ifPresent(pools::add);
            }
        }
        return pools.isEmpty() ? EnginePools.DEFAULT : new EnginePools(pools);
    }

    private static Optional<EnginePools.Pool> pool(Object item) {
        return item instanceof Map<?, ?> map && map.get("Size") instanceof Number size
                ? Cidr.enclosing(String.valueOf(map.get("Base")))
                        .filter(base -> size.intValue() >= base.prefixLength())
                        .map(base -> new EnginePools.Pool(base, size.intValue()))
                : Optional.empty();
    }
}
