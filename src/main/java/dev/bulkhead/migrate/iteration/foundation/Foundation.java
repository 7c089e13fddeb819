package dev.bulkhead.migrate.iteration.foundation;

import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.Iteration;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.TierProposal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Iteration 1: one flat network becomes several tiers, beside the network that is there. */
public final class Foundation implements Iteration {

    private final Playbook playbook;

    /** Works with the tiers of a playbook. */
    public Foundation(Playbook playbook) {
        this.playbook = playbook;
    }

    @Override
    public Playbook playbook() {
        return playbook;
    }

    @Override
    public List<Question> questions(IterationInput input) {
        Evidence evidence = Evidence.of(input.topology(), input.catalogue(), input.proxyFiles());
        boolean segmented = Segmentation.of(input.topology()).isPresent();
        List<TierProposal> proposals = new TierProposer(evidence, playbook.tiers())
                .propose().stream()
                        .map(proposal -> segmented ? proposal.withoutTiers() : proposal)
                        .toList();
        String base = subnets(input).base().toString();
        return FoundationQuestions.of(playbook.tiers(), proposals, base);
    }

    @Override
    public Goal goal(IterationInput input, Answers answers) throws AnswersException {
        Evidence evidence = Evidence.of(input.topology(), input.catalogue(), input.proxyFiles());
        return new FoundationDesigner(playbook, input, evidence, answers).goal(subnets(input));
    }

    private SubnetPlanner subnets(IterationInput input) {
        NetworkNames names = new NetworkNames(input);
        Set<String> own = input.observed().networks().stream()
                .filter(names::ours)
                .map(ObservedNetwork::name)
                .collect(Collectors.toCollection(TreeSet::new));
        playbook.tiers().stream()
                .flatMap(tier -> input.topology().network(tier.network()).stream())
                .forEach(network -> own.add(network.name()));
        return new SubnetPlanner(input, own);
    }
}
