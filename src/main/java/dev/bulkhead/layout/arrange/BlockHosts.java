package dev.bulkhead.layout.arrange;

import dev.bulkhead.layout.HostColumns;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hosts of blocks: which stand in the column of which.
 *
 * @param order hosts from left to right
 * @param byBlock host by block key; what lies across hosts is not in it
 */
public record BlockHosts(List<String> order, Map<String, String> byBlock) {

    /** No columns. */
    public static final BlockHosts NONE = new BlockHosts(List.of(), Map.of());

    public BlockHosts {
        order = List.copyOf(order);
        byBlock = Map.copyOf(byBlock);
    }

    boolean several() {
        return order.size() > 1;
    }

    Optional<String> of(Block block) {
        return Optional.ofNullable(byBlock.get(block.key()));
    }

    /** Returns the host whose cards a section of a block that lies across hosts holds. */
    Optional<String> ofSection(String section) {
        return order.stream()
                .filter(host -> HostColumns.section(host).equals(section))
                .findFirst();
    }
}
