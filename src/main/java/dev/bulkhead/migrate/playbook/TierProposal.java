package dev.bulkhead.migrate.playbook;

import java.util.List;
import java.util.Optional;

/**
 * The tiers proposed for one service.
 *
 * @param service the service's key
 * @param tiers its home tier first, then those it joins for a reason
 * @param unattachable why the service joins no network at all; empty for one that can
 */
public record TierProposal(String service, List<TierReason> tiers, Optional<String> unattachable) {

    public TierProposal {
        tiers = List.copyOf(tiers);
    }

    /** Returns the same with no tier proposed. */
    public TierProposal withoutTiers() {
        return new TierProposal(service, List.of(), unattachable);
    }

    /** Returns the ids of the proposed tiers, home first. */
    public List<String> tierIds() {
        return tiers.stream().map(TierReason::tier).toList();
    }
}
