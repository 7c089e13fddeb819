package dev.bulkhead.migrate.iteration;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.migrate.goal.Phase.WantedNetwork;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.iteration.NewNetwork.Management;
import dev.bulkhead.migrate.playbook.Action;
import dev.bulkhead.migrate.playbook.Action.Holder;
import dev.bulkhead.migrate.playbook.Action.Kind;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Expansion of a playbook's actions in one project: edits of its files, and what the engine has to do for them. */
final class ActionExpansion {

    private final GoalDraft draft;
    private final AnswerText answers;
    private final ServiceSelection services;
    private final Topology topology;

    ActionExpansion(GoalDraft draft, AnswerText answers) {
        this.draft = draft;
        this.answers = answers;
        this.topology = draft.input().project().topology();
        this.services = new ServiceSelection(draft.input().project().rules(), topology);
    }

    /** Adds what an action means to the open phase. */
    void expand(Action action) throws AnswersException {
        SourceMark at = action.at();
        switch (action) {
            case Action.Propose _ -> throw new IllegalStateException("Proposers are asked by name.");
            case Action.CreateNetwork create -> create(create);
            case Action.Attach attach -> attach(attach);
            case Action.Detach detach -> {
                String network = known(at, detach.network());
                edits(detach.services(), service -> new TopologyEdit.Detach(service, network));
                leave(detach.services(), network);
            }
            case Action.Leave leave -> leave(leave.services(), known(at, leave.network()));
            case Action.RemoveNetwork remove -> remove(network(at, remove.network()));
            case Action.SetSubnet set ->
                edit(new TopologyEdit.SetSubnet(
                        known(at, set.network()), range(at, set.subnet()).toString()));
            case Action.Publish publish -> {
                PortMapping port = port(at, publish.port());
                edits(publish.services(), service -> new TopologyEdit.Publish(service, port));
            }
            case Action.Unpublish unpublish -> {
                PortMapping port = port(at, unpublish.port());
                edits(unpublish.services(), service -> new TopologyEdit.Unpublish(service, port));
            }
            case Action.SetField set -> {
                FieldValue value = answers.in(at, set.value());
                fields(set.holder(), set.path(), at).forEach(field -> edit(new FieldEdit.SetField(field, value)));
            }
            case Action.RemoveField remove ->
                fields(remove.holder(), remove.path(), at).forEach(field -> edit(new FieldEdit.RemoveField(field)));
            case Action.AddItem add -> {
                FieldValue item = answers.in(at, add.item());
                fields(add.holder(), add.path(), at).forEach(field -> edit(new FieldEdit.AddItem(field, item)));
            }
            case Action.AddElement add ->
                edit(new FieldEdit.AddElement(element(add.kind(), answers.in(at, add.key())), (FieldValue.Fields)
                        answers.in(at, add.body())));
            case Action.WriteSecret(SourceMark _, SecretFile file) ->
                draft.secrets(List.of(new SecretFile(answers.in(at, file.name()), file.source(), file.access())));
            case Action.WriteFile write ->
                edit(new FileEdit.WriteFile(answers.in(at, write.file()), answers.in(at, write.text()), write.mode()));
            case Action.Restart restart -> {
                String why = answers.in(at, restart.why());
                services.of(restart.services()).forEach(service -> draft.restart(service, why));
            }
        }
    }

    private void edit(ProjectEdit edit) {
        draft.edits(List.of(edit));
    }

    private void edits(Action.Services meant, Function<String, ProjectEdit> each) throws AnswersException {
        draft.edits(services.of(meant).stream().map(each).toList());
    }

    private void create(Action.CreateNetwork create) throws AnswersException {
        String key = answers.in(create.at(), create.network());
        Optional<Network> declared = topology.network(key);
        if (declared.isPresent() && !declared.get().external()) {
            return; // Compose creates it from the files as they are
        }
        String name = declared.map(Network::name).orElse(key);
        Optional<String> project = draft.input()
                .project()
                .observed()
                .network(name)
                .map(network -> network.options().labels().getOrDefault(ObservedContainer.PROJECT_LABEL, ""));
        if (declared.isEmpty() && project.isPresent() && !project.get().equals(topology.project())) {
            name = topology.project() + "-" + key; // the plain name belongs to somebody else
        }
        Optional<Cidr> range = Optional.empty();
        if (create.subnet().isPresent()) {
            range = Optional.of(range(create.at(), create.subnet().get()));
        }
        NewNetwork network =
                new NewNetwork(key, name, answers.in(create.at(), create.purpose()), range, create.internal(), key);
        Management management = Management.of(topology.networks().values());
        WantedNetwork wanted = network.wanted(topology.project(), management, new TreeMap<>());
        draft.networks(List.of(wanted));
        if (declared.isEmpty()) {
            edit(new TopologyEdit.AddNetwork(NewNetwork.declared(wanted, management)));
        }
    }

    private void attach(Action.Attach attach) throws AnswersException {
        String network = known(attach.at(), attach.network());
        List<String> aliases = new ArrayList<>();
        for (String alias : attach.aliases()) {
            aliases.add(answers.in(attach.at(), alias));
        }
        List<String> joining = services.of(attach.services());
        Optional<String> ipv4 = Optional.empty();
        if (attach.ipv4().isPresent()) {
            if (joining.size() > 1) {
                throw new AnswersException(attach.at() + ": one address is given to " + String.join(", ", joining)
                        + "; attach each with its own.");
            }
            ipv4 = Optional.of(answers.in(attach.at(), attach.ipv4().get()));
        }
        Attachment attachment = Attachment.to(network).withAliases(aliases).withAddresses(ipv4, Optional.empty());
        for (String service : joining) {
            if (topology.service(service).filter(s -> s.joins(network)).isEmpty()) {
                edit(new TopologyEdit.Attach(service, beside(service, attachment)));
            }
        }
    }

    /** Moving the default route would take published ports away for a moment, as no built-in iteration does. */
    private Attachment beside(String service, Attachment wanted) {
        PresentRoute route = new PresentRoute(draft.input().project());
        Optional<NetworkSpec> made = draft.networks().stream()
                .filter(network -> network.key().equals(wanted.network()))
                .map(WantedNetwork::spec)
                .findFirst();
        Optional<Network> declared = topology.network(wanted.network());
        String name = made.map(NetworkSpec::name)
                .or(() -> declared.map(Network::name))
                .orElse(wanted.network());
        boolean internal = made.map(spec -> spec.options().internal())
                .or(() -> declared.map(Network::internal))
                .orElse(false);
        return route.beside(service, wanted, name, internal);
    }

    /** Memberships of the files and those that somebody made on the engine. */
    private void leave(Action.Services meant, String key) throws AnswersException {
        String name = topology.network(key).map(Network::name).orElse(key);
        Set<String> members = new TreeSet<>();
        topology.members(key).forEach(service -> members.add(service.key()));
        draft.input().project().observed().containers().stream()
                .filter(c -> c.project().filter(topology.project()::equals).isPresent())
                .filter(c -> c.endpoint(name).isPresent())
                .flatMap(c -> c.service().stream())
                .forEach(members::add);
        members.retainAll(services.of(meant));
        draft.leaves(members.stream()
                .map(service -> new MayGo.Membership(service, name))
                .toList());
    }

    private void remove(Network network) {
        topology.members(network.key()).forEach(member -> edit(new TopologyEdit.Detach(member.key(), network.key())));
        boolean implicit = network.key().equals(Network.DEFAULT_KEY)
                && network.options().equals(NetworkOptions.defaults())
                && network.subnets().isEmpty();
        // an implicit default network goes with its last member
        if (!implicit) {
            edit(new TopologyEdit.RemoveNetwork(network.key()));
        }
        if (network.external()) {
            draft.mayGo(network.name());
        } else {
            draft.retire(network.name());
        }
    }

    private Network network(SourceMark at, String text) throws AnswersException {
        String key = answers.in(at, text);
        return topology.network(key)
                .orElseThrow(() -> new AnswersException(at + ": there is no network '" + key + "' in the project."));
    }

    /** Returns the key of a network of the project, or of one that the playbook makes. */
    private String known(SourceMark at, String text) throws AnswersException {
        String key = answers.in(at, text);
        boolean made =
                draft.networks().stream().anyMatch(network -> network.key().equals(key));
        return made ? key : network(at, key).key();
    }

    private Cidr range(SourceMark at, String text) throws AnswersException {
        String range = answers.in(at, text);
        return Cidr.tryParse(range)
                .orElseThrow(() -> new AnswersException(
                        at + ": '" + range + "' is not a range; write for instance 172.20.0.0/24."));
    }

    private PortMapping port(SourceMark at, String text) throws AnswersException {
        String port = answers.in(at, text);
        return PortMapping.parse(port)
                .orElseThrow(() -> new AnswersException(at + ": '" + port
                        + "' is not a port; write [ADDRESS:][PUBLISHED:]CONTAINER[/udp], for instance 8080:80."));
    }

    private List<Element.FieldElement> fields(Holder holder, List<String> path, SourceMark at) throws AnswersException {
        List<Element> holders = new ArrayList<>();
        switch (holder) {
            case Holder.OfServices(Action.Services meant) ->
                services.of(meant).forEach(service -> holders.add(Element.service(service)));
            case Holder.OfElement(Kind kind, String key) -> holders.add(element(kind, answers.in(at, key)));
        }
        String[] below = new String[path.size() - 1];
        for (int i = 1; i < path.size(); i++) {
            below[i - 1] = answers.in(at, path.get(i));
        }
        String first = answers.in(at, path.getFirst());
        return holders.stream().map(each -> each.field(first, below)).toList();
    }

    private static Element element(Kind kind, String key) {
        return switch (kind) {
            case SERVICE -> Element.service(key);
            case NETWORK -> Element.network(key);
            case VOLUME -> new Element.VolumeElement(key);
            case SECRET -> new Element.SecretElement(key);
            case CONFIG -> new Element.ConfigElement(key);
        };
    }
}
