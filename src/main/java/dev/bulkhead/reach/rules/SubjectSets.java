package dev.bulkhead.reach.rules;

import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.topology.NearestName;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sets of subjects that selectors mean in a project, by the matrix's indexes. */
final class SubjectSets {

    private final Rules rules;
    private final ReachMatrix matrix;
    private final Map<Selector, BitSet> known = new HashMap<>();

    SubjectSets(Rules rules, ReachMatrix matrix) {
        this.rules = rules;
        this.matrix = matrix;
    }

    /** Returns whom some selectors mean together; the set is shared and must not be changed. */
    BitSet of(Collection<Selector> selectors) {
        if (selectors.size() == 1) {
            return of(selectors.iterator().next());
        }
        BitSet set = new BitSet();
        selectors.forEach(selector -> set.or(of(selector)));
        return set;
    }

    /** Returns whom a selector means, nobody where it names what does not exist; the set is shared and must not be changed. */
    BitSet of(Selector selector) {
        BitSet found = known.get(selector);
        if (found == null) {
            found = resolve(selector, new HashSet<>());
            known.put(selector, found);
        }
        return found;
    }

    private BitSet resolve(Selector selector, Set<String> openGroups) {
        BitSet set = new BitSet();
        switch (selector) {
            case Selector.OneService(String key) ->
                matrix.indexOf(new Subject.OfService(key)).ifPresent(set::set);
            case Selector.Outsider(Subject subject) -> matrix.indexOf(subject).ifPresent(set::set);
            case Selector.Everyone() -> set.or(services(true));
            case Selector.Foreign() -> set.or(services(false));
            case Selector.MembersOf(String network) -> {
                for (Service member : matrix.topology().members(network)) {
                    matrix.indexOf(new Subject.OfService(member.key())).ifPresent(set::set);
                }
            }
            case Selector.OneGroup(String name) -> {
                Group group = rules.groups().get(name);
                // A group that holds itself adds nobody.
                if (group != null && openGroups.add(name)) {
                    group.members().forEach(member -> set.or(resolve(member, openGroups)));
                }
            }
        }
        return set;
    }

    /** Returns whom a rule of who alone may bars: everybody but those, the targets among themselves, and the host, which stands on every bridge. */
    BitSet barredBy(Rule only) {
        BitSet others = new BitSet();
        others.set(0, matrix.size());
        others.andNot(of(only.from()));
        only.to().forEach(target -> others.andNot(of(target.selector())));
        others.clear(ReachMatrix.HOST);
        return others;
    }

    /** Returns the services of the project, or what is neither of it nor host, LAN or internet. */
    private BitSet services(boolean own) {
        BitSet set = new BitSet();
        for (int i = ReachMatrix.OUTSIDERS; i < matrix.size(); i++) {
            set.set(i, matrix.subjects().get(i) instanceof Subject.OfService == own);
        }
        return set;
    }

    /** Returns a sentence about a selector that names what does not exist. */
    Optional<String> unknown(Selector selector) {
        Topology topology = matrix.topology();
        return switch (selector) {
            case Selector.OneService(String key) ->
                rules.groups().containsKey(key) && !topology.services().containsKey(key)
                        ? Optional.of("There is no service " + key + "; did you mean group:" + key + "?")
                        : missing("service", key, topology.services().keySet());
            case Selector.MembersOf(String network) ->
                missing("network", network, topology.networks().keySet());
            case Selector.OneGroup(String name) ->
                missing("group", name, rules.groups().keySet());
            case Selector.Outsider o -> Optional.empty();
            case Selector.Everyone() -> Optional.empty();
            case Selector.Foreign() -> Optional.empty();
        };
    }

    private static Optional<String> missing(String what, String name, Collection<String> present) {
        if (present.contains(name)) {
            return Optional.empty();
        }
        return Optional.of("There is no " + what + " " + name
                + NearestName.to(name, present)
                        .map(s -> "; did you mean " + s + "?")
                        .orElse("."));
    }
}
