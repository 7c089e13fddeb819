package dev.bulkhead.migrate.iteration.monitoring;

import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.diff.ReachChange;
import dev.bulkhead.reach.diff.ReachDiff;
import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.reach.rules.RulesEvaluator;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Ways by which a collector comes to those it asks: where the two have no network in common, the membership that opens the
 * fewest pairs, whichever of the two joins, and never one by which a rule of the operator no longer holds.
 */
final class ScrapeWays {

    private final IterationInput input;
    private final ReachOptions options;
    private final ReachMatrix before;
    private final Set<Rule> broken;

    ScrapeWays(IterationInput input) {
        this.input = input;
        this.options = input.rules().applyTo(ReachOptions.defaults());
        this.before = Reach.compute(input.topology(), options);
        this.broken = new HashSet<>(RulesEvaluator.broken(input.rules(), before).keySet());
    }

    /** Way between two services. */
    sealed interface Way {

        /** Nothing has to be done. */
        Way NONE = new Together();

        /** Returns it as a sentence. */
        String sentence();

        /** They have a network in common. */
        record Together() implements Way {
            @Override
            public String sentence() {
                return "The collector reaches it already.";
            }
        }

        /**
         * One joins a network of the other.
         *
         * @param opens how many pairs reach each other then that did not before
         */
        record Join(TopologyEdit.Attach edit, int opens) implements Way {
            @Override
            public String sentence() {
                return edit.service() + " joins " + edit.attachment().network() + " for that, which opens " + opens
                        + (opens == 1 ? " pair." : " pairs.");
            }
        }

        /** There is no way that the operator's rules allow. */
        record Forbidden() implements Way {
            @Override
            public String sentence() {
                return "The operator's rules leave no way to it.";
            }
        }
    }

    /** Returns the way from a collector to a service. */
    Way between(String collector, String service) {
        Topology topology = input.topology();
        List<String> mine = networks(collector);
        List<String> theirs = networks(service);
        if (mine.stream().anyMatch(theirs::contains)) {
            return Way.NONE;
        }
        List<Way.Join> joins = new ArrayList<>();
        theirs.forEach(network -> join(topology, collector, network).ifPresent(joins::add));
        mine.forEach(network -> join(topology, service, network).ifPresent(joins::add));
        return joins.stream()
                .min((a, b) -> Integer.compare(a.opens(), b.opens()))
                .<Way>map(join -> join)
                .orElseGet(Way.Forbidden::new);
    }

    private List<String> networks(String key) {
        return input.topology().service(key).map(Service::attachments).orElse(List.of()).stream()
                .map(Attachment::network)
                .toList();
    }

    private Optional<Way.Join> join(Topology topology, String service, String network) {
        TopologyEdit.Attach edit = new TopologyEdit.Attach(service, attachment(network));
        try {
            ReachMatrix after = Reach.compute(edit.apply(topology), options);
            boolean lawful = broken.containsAll(
                    RulesEvaluator.broken(input.rules(), after).keySet());
            long opens = ReachDiff.between(before, after).count(ReachChange.Kind.OPENS);
            return lawful ? Optional.of(new Way.Join(edit, (int) opens)) : Optional.empty();
        } catch (EditRejectedException notThere) {
            return Optional.empty();
        }
    }

    /** A membership that leaves the default route where it is, as far as the engine lets that be stated. */
    Attachment attachment(String network) {
        boolean out =
                input.topology().network(network).filter(Network::internal).isEmpty();
        int rank = out && input.engine().choosesDefaultRoute() ? -1 : 0;
        return Attachment.to(network).withGwPriority(rank);
    }
}
