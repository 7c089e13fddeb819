package dev.bulkhead.address.plan;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.EnginePools;
import dev.bulkhead.address.plan.SpaceNode.Role;
import dev.bulkhead.address.plan.SpaceNode.Trouble;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Nesting of blocks into each other, with the pools and kinds of addresses around them and free pools between them.
 */
final class SpaceNesting {

    /** Kinds of addresses: RFC 1918, RFC 6598, RFC 4193. */
    private static final Map<Cidr, String> FAMILIES = families();

    private final List<Cidr> pools;

    SpaceNesting(EnginePools pools) {
        this.pools = pools.blocks();
    }

    private static Map<Cidr, String> families() {
        Map<Cidr, String> families = new LinkedHashMap<>();
        families.put(Cidr.of("10.0.0.0/8"), "Private, large");
        families.put(Cidr.of("100.64.0.0/10"), "Carriers and overlay VPNs");
        families.put(Cidr.of("172.16.0.0/12"), "Private");
        families.put(Cidr.of("192.168.0.0/16"), "Private, homes and offices");
        families.put(Cidr.of("fc00::/7"), "IPv6, unique local");
        families.put(Cidr.of("0.0.0.0/0"), "Other IPv4 addresses");
        families.put(Cidr.of("::/0"), "Other IPv6 addresses");
        return families;
    }

    /** A block that still takes others in. */
    private static final class Open {
        private final List<Open> inside = new ArrayList<>();
        private SpaceNode node;

        Open(SpaceNode node) {
            this.node = node;
        }

        SpaceNode close() {
            return node.with(inside.stream().map(Open::close).toList());
        }
    }

    /**
     * Returns the outermost blocks.
     *
     * @param collide whether a block and one inside it are in each other's way
     */
    List<SpaceNode> nest(List<SpaceNode> entries, BiPredicate<SpaceNode, SpaceNode> collide) {
        List<SpaceNode> result = new ArrayList<>();
        Map<Cidr, List<SpaceNode>> byFamily = new LinkedHashMap<>();
        for (Cidr family : FAMILIES.keySet()) {
            boolean hasPools = pools.stream().anyMatch(family::contains) && family.prefixLength() > 0;
            if (hasPools) {
                byFamily.put(family, new ArrayList<>());
            }
        }
        for (SpaceNode entry : entries) {
            byFamily.computeIfAbsent(family(entry.cidr()), f -> new ArrayList<>())
                    .add(entry);
        }
        byFamily.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        e -> List.copyOf(FAMILIES.keySet()).indexOf(e.getKey())))
                .forEach(e -> result.add(family(e.getKey(), e.getValue(), collide)));
        return result;
    }

    private static Cidr family(Cidr cidr) {
        return FAMILIES.keySet().stream()
                .filter(f -> f.contains(cidr))
                .findFirst()
                .orElseThrow();
    }

    private SpaceNode family(Cidr family, List<SpaceNode> entries, BiPredicate<SpaceNode, SpaceNode> collide) {
        List<SpaceNode> all = new ArrayList<>(entries);
        groups(entries).forEach(all::add);
        free(family, entries).forEach(all::add);
        all.sort(Comparator.comparing(SpaceNode::cidr).thenComparingInt(n -> n.role() instanceof Role.Pool ? 0 : 1));
        Open root = new Open(new SpaceNode(
                family, new Role.Family(FAMILIES.getOrDefault(family, "")), Trouble.NONE, Optional.empty(), List.of()));
        Deque<Open> open = new ArrayDeque<>();
        open.addLast(root);
        for (SpaceNode node : all) {
            while (open.size() > 1 && !open.getLast().node.cidr().contains(node.cidr())) {
                open.removeLast();
            }
            Open next = new Open(node);
            for (Open outer : open) {
                if (outer.node.used() && node.used() && collide.test(outer.node, node)) {
                    outer.node = outer.node.troubled(Trouble.COLLIDES);
                    next.node = next.node.troubled(Trouble.COLLIDES);
                }
            }
            open.getLast().inside.add(next);
            open.addLast(next);
        }
        return root.close();
    }

    /** Pools that hold something smaller; where there is none, blocks that keep neighbours together. */
    private List<SpaceNode> groups(List<SpaceNode> entries) {
        TreeSet<Cidr> ofEngine = new TreeSet<>();
        TreeSet<Cidr> others = new TreeSet<>();
        for (SpaceNode entry : entries) {
            Cidr cidr = entry.cidr();
            Optional<Cidr> pool = pools.stream().filter(p -> p.contains(cidr)).findFirst();
            int width = cidr.isIpv4() ? 16 : 48;
            if (pool.isPresent()) {
                ofEngine.add(pool.get());
            } else if (cidr.prefixLength() > width) {
                others.add(cidr.widenedTo(width));
            }
        }
        List<SpaceNode> groups = new ArrayList<>();
        ofEngine.forEach(c -> groups.add(group(c, true)));
        others.forEach(c -> groups.add(group(c, false)));
        groups.removeIf(g -> entries.stream().anyMatch(e -> e.cidr().equals(g.cidr())));
        return groups;
    }

    private static SpaceNode group(Cidr cidr, boolean engine) {
        return new SpaceNode(cidr, new Role.Pool(engine), Trouble.NONE, Optional.empty(), List.of());
    }

    /** Runs of pools that nobody uses. */
    private List<SpaceNode> free(Cidr family, List<SpaceNode> entries) {
        List<SpaceNode> free = new ArrayList<>();
        List<Cidr> run = new ArrayList<>();
        for (Cidr pool : pools.stream().filter(family::contains).sorted().toList()) {
            boolean taken = entries.stream().anyMatch(e -> e.cidr().overlaps(pool));
            boolean follows = run.isEmpty() || run.getLast().prefixLength() == pool.prefixLength();
            if (taken || !follows) {
                close(run, free);
            }
            if (!taken) {
                run.add(pool);
            }
        }
        close(run, free);
        return free;
    }

    private static void close(List<Cidr> run, List<SpaceNode> free) {
        if (!run.isEmpty()) {
            free.add(new SpaceNode(
                    run.getFirst(),
                    new Role.Free(run.getLast(), run.size()),
                    Trouble.NONE,
                    Optional.empty(),
                    List.of()));
            run.clear();
        }
    }
}
