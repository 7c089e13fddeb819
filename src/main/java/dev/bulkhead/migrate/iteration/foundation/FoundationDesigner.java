package dev.bulkhead.migrate.iteration.foundation;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.compose.export.NetworksScript;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.migrate.goal.Phase.WantedNetwork;
import dev.bulkhead.migrate.goal.Stage;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.GoalDraft;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.NewNetwork;
import dev.bulkhead.migrate.iteration.NewNetwork.Management;
import dev.bulkhead.migrate.iteration.PresentRoute;
import dev.bulkhead.migrate.iteration.ProposalInput;
import dev.bulkhead.migrate.iteration.Turns;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.migrate.iteration.evidence.ServiceProfile;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.FileMode;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Designer of a foundation: from answers to networks, memberships and what has to follow from them. */
final class FoundationDesigner {

    // questions of the playbook, and what their answers are called
    private static final String NETWORKS = "networks";
    private static final String EXTERNAL = "external";
    private static final String MANAGED = "managed";
    private static final String APPLY = "apply";
    private static final String LIVE = "live";
    private static final String SUBNET_BASE = "subnet-base";
    private static final String FILE = "file";

    private final Playbook playbook;
    private final IterationInput input;
    private final Evidence evidence;
    private final Answers answers;
    private final NetworkNames names;

    FoundationDesigner(ProposalInput from, Answers answers) {
        this.playbook = from.playbook();
        this.input = from.project();
        this.evidence = from.evidence();
        this.answers = answers;
        this.names = new NetworkNames(input);
    }

    /** Adds the tiers' networks: what the engine has to have, and what the files declare. */
    void addNetworks(GoalDraft draft, SubnetPlanner subnets) throws AnswersException {
        List<Tier> used = usedTiers();
        List<WantedNetwork> networks = wanted(used, subnets.ranges(base(), used, names));
        draft.networks(networks);
        draft.edits(declarations(networks));
    }

    /** Adds memberships, the order in which services take their turn by their tiers, and what is to be said of both. */
    void addMemberships(GoalDraft draft) {
        draft.edits(memberships());
        draft.turns(Turns.of(evidence, this::home, (_, home) -> stage(home)));
        draft.unattached(unattached());
        draft.notes(notes(usedTiers()));
    }

    /** Returns edits that tell the firewalls of VPN containers of the new ranges. */
    List<TopologyEdit> vpnFirewall() throws AnswersException {
        return VpnFirewall.edits(input, evidence, answers, base());
    }

    /** Returns edits that tell reverse proxies which network to reach services by. */
    List<TopologyEdit> proxyNetworks() {
        return new ProxyNetworkLabels(evidence, this::networksAfter).edits();
    }

    private Cidr base() throws AnswersException {
        return Cidr.tryParse(value(SUBNET_BASE))
                .orElseThrow(() -> new AnswersException("The subnet-base is not a range."));
    }

    private List<String> notes(List<Tier> used) {
        List<String> notes = new ArrayList<>();
        Segmentation.of(input.topology()).filter(_ -> used.isEmpty()).ifPresent(notes::add);
        if (used.isEmpty()) {
            return notes;
        }
        notes.addAll(FoundationNotes.of(
                evidence,
                playbook.tiers().stream().map(Tier::network).collect(Collectors.toSet()),
                this::networksAfter));
        PresentRoute routes = new PresentRoute(input);
        for (Tier tier : used) {
            routes.differing(membersOf(tier))
                    .forEach((option, network) -> notes.add("Option " + option + " of " + network + " does not hold on "
                            + tier.network() + ", since not all of its members come from there."));
        }
        routes.withIpv6(used.stream().flatMap(tier -> membersOf(tier).stream()).toList())
                .forEach(network ->
                        notes.add("Network " + network + " has IPv6 and the new ones have not: what goes out or"
                                + " comes in by IPv6 still does so over " + network + "."));
        if (value(APPLY).equals(LIVE)) {
            notes.add("Services that are attached as they run are recreated at the next occasion, since their files say"
                    + " more than their containers were created from; 'bulkhead apply' without an iteration does it,"
                    + " one service at a time.");
        }
        return notes;
    }

    private String value(String question) {
        return answers.value(question).orElse("");
    }

    private List<Tier> usedTiers() {
        return playbook.tiers().stream()
                .filter(tier -> answers.tiers().values().stream().anyMatch(ids -> ids.contains(tier.id())))
                .toList();
    }

    private List<WantedNetwork> wanted(List<Tier> tiers, Map<String, Cidr> ranges) throws AnswersException {
        List<WantedNetwork> networks = new ArrayList<>();
        for (Tier tier : tiers) {
            Optional<Network> declared = input.topology().network(tier.network());
            if (declared.isPresent() && !declared.get().external()) {
                continue; // Compose creates it from the files as they are
            }
            Cidr range = ranges.getOrDefault(tier.id(), Cidr.of("172.20.0.0/24"));
            networks.add(made(tier, range));
        }
        return networks;
    }

    private WantedNetwork made(Tier tier, Cidr range) throws AnswersException {
        String name = names.of(tier);
        Optional<ObservedNetwork> existing = input.observed().network(name).filter(names::ours);
        boolean strange =
                existing.isPresent() && !existing.get().options().labels().containsKey(ObservedContainer.PROJECT_LABEL);
        if (management() == Management.MANAGED
                && strange
                && input.topology().network(tier.network()).isEmpty()) {
            // Compose refuses a network without its labels, and labels cannot be added (compose pkg/compose/create.go)
            throw new AnswersException(
                    "Network " + name + " is there already and was not created for Docker Compose, which"
                            + " would refuse it. Remove it with docker network rm " + name + ", or answer "
                            + EXTERNAL + " to " + NETWORKS + ".");
        }
        return existing.map(network -> new WantedNetwork(
                        tier.network(), new NetworkSpec(name, network.options(), network.subnets()), tier.purpose()))
                .orElseGet(() -> new NewNetwork(
                                tier.network(), name, tier.purpose(), Optional.of(range), tier.internal(), tier.id())
                        .wanted(
                                input.topology().project(),
                                management(),
                                new PresentRoute(input).options(membersOf(tier))));
    }

    private Management management() {
        return value(NETWORKS).equals(MANAGED) ? Management.MANAGED : Management.EXTERNAL;
    }

    private List<ProjectEdit> declarations(List<WantedNetwork> networks) {
        List<ProjectEdit> edits = new ArrayList<>();
        for (WantedNetwork wanted : networks) {
            if (input.topology().network(wanted.key()).isEmpty()) {
                edits.add(new TopologyEdit.AddNetwork(
                        NewNetwork.declared(wanted, management()), Optional.of(value(FILE)), List.of(members(wanted))));
            }
        }
        if (management() == Management.EXTERNAL && !networks.isEmpty()) {
            edits.add(new FileEdit.WriteFile(
                    NetworksScript.FILE,
                    NetworksScript.of(
                            input.topology().project(),
                            networks.stream().map(FoundationDesigner::created).toList()),
                    Optional.of(new FileMode("755"))));
        }
        return edits;
    }

    private String members(WantedNetwork wanted) {
        return "Members: "
                + evidence.profiles().stream()
                        .map(ServiceProfile::key)
                        .filter(service -> networksAfter(service).contains(wanted.key()))
                        .collect(Collectors.joining(", "));
    }

    private static Network created(WantedNetwork wanted) {
        return new Network(
                wanted.key(),
                wanted.spec().name(),
                wanted.spec().options(),
                wanted.spec().subnets());
    }

    private List<TopologyEdit> memberships() {
        List<TopologyEdit> edits = new ArrayList<>();
        for (ServiceProfile profile : evidence.profiles()) {
            for (String network : tierNetworks(profile.key())) {
                if (!profile.service().joins(network)) {
                    edits.add(new TopologyEdit.Attach(profile.key(), membership(profile.key(), network)));
                }
            }
        }
        return edits;
    }

    private Attachment membership(String service, String key) {
        return playbook.tiers().stream()
                .filter(tier -> tier.network().equals(key))
                .findFirst()
                .map(tier ->
                        new PresentRoute(input).beside(service, Attachment.to(key), names.of(tier), tier.internal()))
                .orElse(Attachment.to(key));
    }

    private List<String> membersOf(Tier tier) {
        return answers.tiers().entrySet().stream()
                .filter(entry -> entry.getValue().contains(tier.id()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> tierNetworks(String service) {
        return answers.tiersOf(service).stream()
                .flatMap(id -> playbook.tiers().stream()
                        .filter(tier -> tier.id().equals(id))
                        .map(Tier::network))
                .toList();
    }

    /** Returns the keys of the networks that a service is on afterwards: those it has, then the new ones. */
    private List<String> networksAfter(String service) {
        List<String> keys = new ArrayList<>();
        input.topology().service(service).ifPresent(s -> s.attachments().forEach(a -> keys.add(a.network())));
        tierNetworks(service).stream().filter(key -> !keys.contains(key)).forEach(keys::add);
        return keys;
    }

    private String home(String service) {
        List<String> tiers = answers.tiersOf(service);
        return tiers.isEmpty() ? "" : tiers.getFirst();
    }

    private static Stage stage(String home) {
        return switch (home) {
            case "dmz" -> Stage.INGRESS;
            case "data", "security" -> Stage.CORE;
            case "frontend" -> Stage.APPS;
            case "mgmt" -> Stage.MONITORING;
            default -> Stage.BACKGROUND;
        };
    }

    private SortedMap<String, String> unattached() {
        SortedMap<String, String> reasons = new TreeMap<>();
        for (ServiceProfile profile : evidence.profiles()) {
            switch (profile.service().networkMode()) {
                case NetworkMode.Networks() -> {
                    if (answers.tiersOf(profile.key()).isEmpty()) {
                        reasons.put(profile.key(), "The operator put it into no tier.");
                    }
                }
                case NetworkMode.OfService(String owner) ->
                    reasons.put(profile.key(), "Uses " + owner + "'s network stack");
                case NetworkMode.Host() -> reasons.put(profile.key(), "Uses the host's network");
                case NetworkMode.None() -> reasons.put(profile.key(), "Has no network on purpose");
                case NetworkMode.DefaultBridge() -> reasons.put(profile.key(), "Uses the engine's default bridge");
                case NetworkMode.OfContainer(String container) ->
                    reasons.put(profile.key(), "Uses the network stack of container " + container);
                case NetworkMode.Named(String name) -> reasons.put(profile.key(), "Uses network_mode " + name);
            }
        }
        return reasons;
    }
}
