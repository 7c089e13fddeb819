package dev.bulkhead.migrate.iteration;

import dev.bulkhead.migrate.playbook.Action;
import dev.bulkhead.reach.rules.Group;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.Selector;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Services of a project that the selectors of rules and playbooks mean. */
public final class ServiceSelection {

    private final Rules rules;
    private final Topology topology;

    /** Selects among the services of a project. */
    public ServiceSelection(Rules rules, Topology topology) {
        this.rules = rules;
        this.topology = topology;
    }

    /**
     * Returns the keys of the services that an action means.
     *
     * @throws AnswersException if it names what the project does not have
     */
    List<String> of(Action.Services meant) throws AnswersException {
        Set<String> keys = new LinkedHashSet<>();
        for (Selector selector : meant.selectors()) {
            Set<String> found = of(selector);
            if (found.isEmpty()) {
                throw new AnswersException(
                        meant.at() + ": there is no service that '" + selector.text() + "' means in the project.");
            }
            keys.addAll(found);
        }
        return List.copyOf(keys);
    }

    /** Returns the keys of the services that a selector means; none where it names what does not exist. */
    public Set<String> of(Selector selector) {
        return of(selector, new HashSet<>());
    }

    private Set<String> of(Selector selector, Set<String> openGroups) {
        Set<String> keys = new LinkedHashSet<>();
        switch (selector) {
            case Selector.OneService(String key) ->
                topology.service(key).map(Service::key).ifPresent(keys::add);
            case Selector.Outsider _, Selector.Foreign _ -> {}
            case Selector.Everyone() -> keys.addAll(topology.services().keySet());
            case Selector.MembersOf(String network) ->
                topology.members(network).forEach(member -> keys.add(member.key()));
            case Selector.OneGroup(String name) -> {
                Group group = rules.groups().get(name);
                if (group != null && openGroups.add(name)) {
                    group.members().forEach(member -> keys.addAll(of(member, openGroups)));
                }
            }
        }
        return keys;
    }
}
