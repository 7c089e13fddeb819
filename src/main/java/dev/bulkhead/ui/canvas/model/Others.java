package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Containers of others that run on a network which the project shares: one card for all of them, since there can be dozens, and
 * they belong there.
 *
 * @param network the network, by its key
 * @param containers the containers, by name
 */
public record Others(String network, List<NamedOutsider> containers) {

    private static final int NAMED = 2;

    public Others {
        containers = List.copyOf(containers);
    }

    /** Returns whether a key of a card stands for others. */
    public static boolean isKey(String card) {
        return ZoneKeys.isGuest(card);
    }

    /** Returns the key of the card; as short as any, for the longest one decides how wide all cards are. */
    public String key() {
        return ZoneKeys.GUEST + Integer.toHexString(network.hashCode());
    }

    /** Returns what stands on a card. */
    static String title(String card) {
        return isKey(card) ? Words.of("others.others") : card;
    }

    /** Returns how many they are, in words. */
    public String count() {
        return Words.of("others.of-others", containers.size());
    }

    /** Returns who they are, as far as a card has room. */
    public String note() {
        int more = containers.size() - NAMED;
        String named = containers.stream().limit(NAMED).map(NamedOutsider::name).collect(Collectors.joining(", "));
        return more > 0 ? Words.of("others.and-more", named, more) : named;
    }

    /** Returns who they are in a line each. */
    public List<String> lines() {
        return containers.stream().map(NamedOutsider::words).toList();
    }

    /** Returns whether a container is among them. */
    boolean has(String container) {
        return containers.stream().anyMatch(one -> one.name().equals(container));
    }

    /** Returns them as a service, to be placed as one. */
    Service asService() {
        return new Service(
                key(),
                new NetworkMode.Networks(),
                List.of(Attachment.to(network)),
                List.of(),
                List.of(),
                List.of(),
                new ContainerSpec(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        false,
                        ContainerSpec.HostAccess.NONE));
    }
}
