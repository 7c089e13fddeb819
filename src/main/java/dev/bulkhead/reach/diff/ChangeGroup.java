package dev.bulkhead.reach.diff;

import dev.bulkhead.reach.ReachReason;
import java.util.List;
import java.util.Optional;

/**
 * Group of changes that have one cause.
 *
 * @param reason what carries or carried the pairs
 * @param via the network or port, where the reason has one
 * @param blocks sources that change towards the same targets
 */
public record ChangeGroup(ReachChange.Kind kind, ReachReason reason, Optional<String> via, List<Block> blocks) {

    public ChangeGroup {
        blocks = List.copyOf(blocks);
    }

    /** Every source of the first list changes towards every target of the second. */
    public record Block(List<String> from, List<String> to) {
        public Block {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }

        /** Returns how many pairs that is. */
        public int pairs() {
            return from.size() * to.size();
        }
    }

    /** Returns how many pairs the group has. */
    public int pairs() {
        return blocks.stream().mapToInt(Block::pairs).sum();
    }
}
