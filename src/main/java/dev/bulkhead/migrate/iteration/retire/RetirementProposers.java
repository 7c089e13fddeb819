package dev.bulkhead.migrate.iteration.retire;

import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.GoalDraft;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.Proposers;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.Question.Option;
import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.migrate.playbook.TierProposal;
import dev.bulkhead.migrate.playbook.TierReason;
import dev.bulkhead.topology.Counted;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Proposers of a retirement: the old network goes, after what only it carries has another way. */
public final class RetirementProposers {

    private static final String NETWORK = "network";
    private static final String MEMBERSHIPS = "memberships";
    private static final String NONE = "none";
    private static final Option NOTHING = new Option(
            NONE, "None", "No network here was made by an iteration, so none has taken the place of another.");
    private static final Option GONE =
            new Option(NONE, "None", "Every network here was made by an iteration, so none of them is an old one.");
    private static final Option NOBODY = new Option(NONE, "None", "No service is on a network here.");

    private RetirementProposers() {}

    /** Returns all of them. */
    public static Proposers all() {
        return Proposers.of(
                Map.of("legacy-network", (from, _) -> questions(from.project())),
                Map.of("replacements", RetirementProposers::replace));
    }

    private static List<Question> questions(IterationInput input) {
        List<Network> candidates = LegacyNetwork.candidates(input);
        if (candidates.isEmpty()) {
            return List.of(which(List.of(NOBODY), NONE));
        }
        Network proposed = candidates.getFirst();
        Replacements.Proposal proposal = Replacements.propose(input, Needs.of(input), proposed);
        return List.of(
                which(options(candidates, input), LegacyNetwork.old(input) ? proposed.key() : NONE),
                new Question.Tiers(
                        MEMBERSHIPS,
                        "Which networks does each service stand on without it?",
                        "What only " + proposed.key()
                                + " carries has another way here: flows, ways out, published ports."
                                + " Where another network is retired, what is proposed for that one counts.",
                        columns(input, proposed, proposal),
                        rows(input, proposal)));
    }

    private static Question which(List<Option> options, String proposed) {
        return new Question.Choice(
                NETWORK,
                "Which network is retired?",
                "Every service leaves it, then it is removed from files and engine.",
                options,
                proposed);
    }

    private static List<Option> options(List<Network> candidates, IterationInput input) {
        List<Option> options = new ArrayList<>(
                candidates.stream().map(network -> option(network, input)).toList());
        if (!LegacyNetwork.replaced(input)) {
            options.add(NOTHING);
        } else if (!LegacyNetwork.old(input)) {
            options.add(GONE);
        }
        return options;
    }

    private static Option option(Network network, IterationInput input) {
        List<String> members = input.topology().members(network.key()).stream()
                .map(Service::key)
                .toList();
        return new Option(
                network.key(), network.name(), Counted.of(members.size(), "service is", "services are") + " on it.");
    }

    private static List<Tier> columns(IterationInput input, Network legacy, Replacements.Proposal proposal) {
        List<Tier> columns = new ArrayList<>();
        input.topology().networks().values().stream()
                .filter(network -> !network.key().equals(legacy.key()))
                .forEach(network ->
                        columns.add(new Tier(network.key(), network.key(), network.name(), Set.of(), List.of())));
        proposal.added().forEach((key, purpose) -> columns.add(new Tier(key, key, purpose, Set.of(), List.of())));
        return columns;
    }

    private static List<TierProposal> rows(IterationInput input, Replacements.Proposal proposal) {
        return input.topology().services().values().stream()
                .map(service -> new TierProposal(
                        service.key(),
                        proposal.memberships().reasons(service.key()).entrySet().stream()
                                .map(entry -> new TierReason(entry.getKey(), entry.getValue()))
                                .toList(),
                        service.networkMode().text().map(mode -> "It uses network_mode: " + mode + ".")))
                .toList();
    }

    private static void replace(GoalDraft draft, Answers answers) throws AnswersException {
        IterationInput input = draft.input().project();
        String key = answers.value(NETWORK).orElse("");
        if (LegacyNetwork.candidates(input).isEmpty()) {
            throw new AnswersException("No service of the project is on a network, so there is none to retire.");
        }
        if (key.equals(NONE)) {
            throw new AnswersException((LegacyNetwork.replaced(input)
                            ? "Every network that services are on was made by an iteration, so none of them is an"
                                    + " old one; if it is one of these that has to go, answer '"
                            : "No network of the project was made by an iteration, so none of them is an old"
                                    + " one that others have replaced; apply iteration 1 first, or answer '")
                    + NETWORK + "' with the network that has to go.");
        }
        Network legacy = input.topology()
                .network(key)
                .orElseThrow(() -> new AnswersException("There is no network '" + key + "' in the project."));
        Needs needs = Needs.of(input);
        Replacements.Proposal proposal = Replacements.propose(input, needs, legacy);
        Optional<Network> proposed = LegacyNetwork.candidates(input).stream().findFirst();
        boolean asked = proposed.filter(network -> network.key().equals(key)).isPresent();
        new RetirementDesigner(input, needs, legacy)
                .replace(
                        draft,
                        proposal,
                        service -> asked
                                ? answers.tiersOf(service)
                                : proposal.memberships().of(service));
    }

    /** Candidates for the network to retire. */
    private static final class LegacyNetwork {

        private LegacyNetwork() {}

        /** Returns the networks that services are on, the likeliest first: made by nobody's iteration, with most members. */
        static List<Network> candidates(IterationInput input) {
            return input.topology().networks().values().stream()
                    .filter(network -> !input.topology().members(network.key()).isEmpty())
                    .sorted(Comparator.comparing((Network network) -> madeByIteration(network, input))
                            .thenComparing(
                                    network -> input.topology()
                                            .members(network.key())
                                            .size(),
                                    Comparator.reverseOrder())
                            .thenComparing(Network::key))
                    .toList();
        }

        /** Returns whether there are networks that an iteration made, to take the place of an older one. */
        static boolean replaced(IterationInput input) {
            return input.topology().networks().values().stream().anyMatch(network -> madeByIteration(network, input));
        }

        /** Returns whether services are on an older network beside those: what a retirement left has none. */
        static boolean old(IterationInput input) {
            return replaced(input) && candidates(input).stream().anyMatch(network -> !madeByIteration(network, input));
        }

        private static boolean madeByIteration(Network network, IterationInput input) {
            Optional<ObservedNetwork> observed = input.observed().network(network.name());
            return observed.isPresent() && Replacements.standsForATier(network, observed.get());
        }
    }
}
