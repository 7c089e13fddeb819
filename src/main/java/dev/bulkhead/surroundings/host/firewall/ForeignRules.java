package dev.bulkhead.surroundings.host.firewall;

import dev.bulkhead.reach.setting.HostRules;
import dev.bulkhead.reach.setting.HostRules.Passage;
import dev.bulkhead.reach.setting.HostRules.View;
import dev.bulkhead.reach.setting.HostRules.Way;
import dev.bulkhead.surroundings.host.firewall.BaseChain.Family;
import dev.bulkhead.surroundings.host.firewall.BaseChain.Hook;
import dev.bulkhead.surroundings.host.firewall.ChainWalk.End;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Rules of a host that are none of the engine's: what its packet rules do with packets before, or beside, what the engine's say. */
public final class ForeignRules {

    /** Ways whose closing is told as something that is not certain: they are one of several by which packets get there. */
    private static final Set<Way> ONE_OF_SEVERAL =
            Set.of(Way.WITHIN, Way.TO_HOST, Way.FROM_HOST, Way.INTO_HOST, Way.OUT_OF_HOST);

    private final List<BaseChain> chains;
    private final EngineBridges bridges;
    private final List<FilterRule> marking;

    private ForeignRules(List<BaseChain> chains, EngineBridges bridges) {
        this.chains = chains;
        this.bridges = bridges;
        this.marking = chains.stream()
                .flatMap(base -> base.chains().values().stream())
                .flatMap(List::stream)
                .filter(rule -> rule.target() instanceof FilterRule.Mark)
                .toList();
    }

    /** Returns what the rules of a host do with packets of an engine's networks and of the host. */
    public static HostRules of(List<BaseChain> chains, EngineBridges bridges) {
        ForeignRules rules = new ForeignRules(chains, bridges);
        Map<String, Passage> networks = new HashMap<>();
        bridges.bridges().forEach((name, bridge) -> {
            Passage passage = rules.passage(bridge);
            networks.put(name, passage);
        });
        return new HostRules(networks, rules.passage(EngineBridges.Bridge.TO_BE), rules.ofHost(), View.USUAL);
    }

    /** Returns whether the engine has chains among them that IPv4 packets of containers are led to; those for IPv6 are a setting apart. */
    public static boolean engineHasRules(List<BaseChain> chains) {
        return chains.stream()
                .filter(chain -> chain.hook() == Hook.FORWARD && chain.family() == Family.IPV4)
                .anyMatch(chain -> chain.rules().stream()
                        .anyMatch(rule -> rule.target() instanceof FilterRule.Jump(String to, boolean _)
                                && BaseChain.ofEngine(to)));
    }

    private Passage passage(EngineBridges.Bridge bridge) {
        Packets.OfNetwork network = new Packets.OfNetwork(bridge.device(), bridge.ranges());
        Set<String> names = bridges.devices();
        Set<String> others = new HashSet<>(names);
        bridge.device().ifPresent(others::remove);
        Packets.Side elsewhere = new Packets.OfOthers(others);
        Packets.Side beyond = beyond();
        Packets.Side host = new Packets.Host();
        Gathered all = new Gathered(bridge.ipv4(), bridge.ipv6());
        all.take(Way.OUT, Hook.FORWARD, network, beyond);
        all.take(Way.IN, Hook.FORWARD, beyond, network);
        all.take(Way.ACROSS, Hook.FORWARD, network, elsewhere);
        all.take(Way.ACROSS, Hook.FORWARD, elsewhere, network);
        all.take(Way.WITHIN, Hook.FORWARD, network, network);
        all.take(Way.TO_HOST, Hook.INPUT, network, host);
        all.take(Way.FROM_HOST, Hook.OUTPUT, host, network);
        return all.passage();
    }

    private Passage ofHost() {
        Gathered all = new Gathered(true, false);
        all.take(Way.INTO_HOST, Hook.INPUT, beyond(), new Packets.Host());
        all.take(Way.OUT_OF_HOST, Hook.OUTPUT, new Packets.Host(), beyond());
        return all.passage();
    }

    private Packets.Side beyond() {
        return new Packets.Beyond(bridges.devices(), bridges.defaultDevice(), bridges.around());
    }

    /** What is gathered of one network, family by family. */
    private final class Gathered {

        private final List<Boolean> families = new ArrayList<>();
        private final Map<Way, String> closed = new EnumMap<>(Way.class);
        private final Map<Way, String> doubtful = new EnumMap<>(Way.class);
        private final Map<Way, String> opened = new EnumMap<>(Way.class);
        /** How often each way was looked at, and found closed. */
        private final Map<Way, Integer> looks = new EnumMap<>(Way.class);

        private final Map<Way, Integer> closings = new EnumMap<>(Way.class);

        Gathered(boolean ipv4, boolean ipv6) {
            if (ipv4) {
                families.add(false);
            }
            if (ipv6) {
                families.add(true);
            }
        }

        void take(Way way, Hook hook, Packets.Side from, Packets.Side to) {
            for (boolean ipv6 : families) {
                looks.merge(way, 1, Integer::sum);
                if (way == Way.WITHIN && !(ipv6 ? bridges.showsIpv6() : bridges.showsIpv4())) {
                    look(way, Family.BRIDGED, hook, new Packets(from, to, true, ipv6));
                    continue;
                }
                look(way, ipv6 ? Family.IPV6 : Family.IPV4, hook, new Packets(from, to, true, ipv6));
            }
        }

        /** Packets have to get through all chains that they are handed to, and so have their answers. */
        private void look(Way way, Family family, Hook hook, Packets begin) {
            Optional<String> all = Optional.empty();
            for (BaseChain chain : chains) {
                boolean bridged = chain.family() == Family.BRIDGED;
                if (bridged ? way != Way.WITHIN : family == Family.BRIDGED) {
                    continue;
                }
                for (Packets packets : List.of(begin, begin.answers())) {
                    if (!chain.family().of(packets) || !handed(chain, hook, packets)) {
                        continue;
                    }
                    Map<End, String> ends = ChainWalk.through(chain, packets, marking);
                    String drops = ends.get(End.DROPPED);
                    if (drops != null) {
                        doubtful.putIfAbsent(way, drops);
                        all = ends.size() == 1 ? Optional.of(drops) : all;
                    }
                    String accepts = ends.get(End.ACCEPTED);
                    if (accepts != null && packets.begins() && chain.hook() == Hook.FORWARD && chain.withEngine()) {
                        opened.putIfAbsent(way, accepts);
                    }
                }
            }
            all.ifPresent(rule -> {
                closed.putIfAbsent(way, rule);
                closings.merge(way, 1, Integer::sum);
            });
        }

        private boolean handed(BaseChain chain, Hook hook, Packets packets) {
            return switch (chain.hook()) {
                case PREROUTING -> !(packets.from() instanceof Packets.Host);
                case FORWARD -> hook == Hook.FORWARD;
                case INPUT -> hook != Hook.FORWARD && packets.to() instanceof Packets.Host;
                case OUTPUT -> hook != Hook.FORWARD && packets.from() instanceof Packets.Host;
            };
        }

        Passage passage() {
            closed.keySet()
                    .removeIf(
                            way -> ONE_OF_SEVERAL.contains(way) || !Objects.equals(looks.get(way), closings.get(way)));
            // Between bridges and from beyond the same is dropped, or it is not certain which.
            if (!closed.containsKey(Way.IN)) {
                closed.remove(Way.ACROSS);
            }
            closed.keySet().forEach(doubtful::remove);
            return new Passage(closed, doubtful, opened);
        }
    }
}
