package dev.bulkhead.layout.zone;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.HostColumns;
import dev.bulkhead.layout.HostFrame;
import dev.bulkhead.layout.SectionBox;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Frames of the hosts around what runs there. They are columns as high as the whole; where the operator has moved things so that
 * no columns are left, or a frame would hold what runs elsewhere, there are none: a wrong frame is worse than a missing one.
 */
final class HostFrames {

    private final Topology topology;
    private final HostColumns hosts;

    HostFrames(Topology topology, HostColumns hosts) {
        this.topology = topology;
        this.hosts = hosts;
    }

    /** Returns the host that all cards of a zone, or its members where it has no card, run on. */
    static Optional<String> host(String zone, Collection<String> cards, Topology topology, HostColumns hosts) {
        return hosts.common(
                cards.isEmpty()
                        ? topology.members(zone).stream().map(Service::key).toList()
                        : cards);
    }

    List<HostFrame> around(Collection<ZoneBox> zones, Collection<SectionBox> sections, Collection<CardBox> cards) {
        if (!hosts.several()) {
            return List.of();
        }
        List<ZoneBox> networks =
                zones.stream().filter(zone -> zone.kind() == ZoneKind.NETWORK).toList();
        Map<String, List<CardBox>> byZone = cards.stream().collect(Collectors.groupingBy(CardBox::zone));
        Map<String, List<Box>> held = new HashMap<>();
        List<CardBox> placed = new ArrayList<>();
        for (ZoneBox zone : networks) {
            List<CardBox> here = byZone.getOrDefault(zone.key(), List.of());
            placed.addAll(here);
            List<String> services = here.stream().map(CardBox::service).toList();
            host(zone.key(), services, topology, hosts).ifPresent(host -> add(held, host, zone.box()));
        }
        for (SectionBox section : sections) {
            hosts.order().stream()
                    .filter(host -> section.id().equals(HostColumns.section(host)))
                    .forEach(host -> add(held, host, section.box()));
        }
        Box all = Box.around(networks.stream().map(ZoneBox::box).toList());
        List<HostFrame> frames = hosts.order().stream()
                .filter(held::containsKey)
                .map(host -> frame(host, Box.around(held.getOrDefault(host, List.of())), all))
                .toList();
        return sound(frames, placed) ? frames : List.of();
    }

    private static void add(Map<String, List<Box>> held, String host, Box box) {
        held.computeIfAbsent(host, h -> new ArrayList<>()).add(box);
    }

    private static HostFrame frame(String host, Box column, Box all) {
        return new HostFrame(
                host,
                new Box(
                        column.x() - HostFrame.PADDING,
                        all.y() - HostFrame.TITLE,
                        column.width() + 2 * HostFrame.PADDING,
                        all.height() + HostFrame.TITLE + HostFrame.PADDING));
    }

    private boolean sound(List<HostFrame> frames, List<CardBox> cards) {
        for (HostFrame frame : frames) {
            boolean overlaps = frames.stream()
                    .anyMatch(other -> !other.equals(frame) && other.box().overlaps(frame.box()));
            boolean wrong = cards.stream()
                    .anyMatch(card -> hosts.of(card.service())
                            .map(host ->
                                    host.equals(frame.host()) != frame.box().overlaps(card.box()))
                            .orElse(false));
            if (overlaps || wrong) {
                return false;
            }
        }
        return true;
    }
}
