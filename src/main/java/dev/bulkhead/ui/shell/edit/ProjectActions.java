package dev.bulkhead.ui.shell.edit;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.FreeSpace;
import dev.bulkhead.address.plan.DeclaredRange;
import dev.bulkhead.check.Finding;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.PlacesChange;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.ZonePlace;
import dev.bulkhead.proxy.ProxyFileReader;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.ui.address.AddressActions;
import dev.bulkhead.ui.address.FreeSubnetForm;
import dev.bulkhead.ui.address.RenumberForm;
import dev.bulkhead.ui.canvas.model.CanvasActions;
import dev.bulkhead.ui.canvas.model.ElementActions;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.inspector.InspectorActions;
import dev.bulkhead.ui.model.CentreView;
import dev.bulkhead.ui.model.Consideration;
import dev.bulkhead.ui.problems.ProblemActions;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.words.Words;
import dev.bulkhead.workspace.DocumentChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Actions of the map, the inspector, the list of problems and the picture of the addresses on the open project. */
public final class ProjectActions implements CanvasActions, InspectorActions, ProblemActions, AddressActions {

    private final ShellContext context;
    private final Dialogs dialogs;
    private final Consumer<LayoutPositions> keepPositions;
    private final Runnable focusInspector;
    private final ElementFlow elements;

    public ProjectActions(
            ShellContext context, Dialogs dialogs, Consumer<LayoutPositions> keepPositions, Runnable focusInspector) {
        this.context = context;
        this.dialogs = dialogs;
        this.keepPositions = keepPositions;
        this.focusInspector = focusInspector;
        this.elements = new ElementFlow(context, dialogs, this, this::newNetworkAt);
        context.project().onPlaces(this::putBack);
    }

    @Override
    public boolean apply(ProjectEdit edit) {
        return context.project().apply(edit);
    }

    @Override
    public void consider(ProjectEdit edit, Consumer<Consideration> answer) {
        context.project().consider(edit, answer);
    }

    @Override
    public void readProxyFiles(Consumer<ProxyFiles> answer) {
        context.project().ask(copy -> new ProxyFileReader(copy.files()).read(copy.project()), answer);
    }

    @Override
    public Optional<Cidr> freeSubnet() {
        return SubnetProposal.propose(context.project().topologyProperty().get(), SubnetProposal.used(context));
    }

    @Override
    public boolean apply(ProjectEdit edit, Runnable places) {
        LayoutPositions before = positions();
        if (!context.project().apply(edit)) {
            return false;
        }
        places.run();
        placed(before, Optional.empty());
        return true;
    }

    @Override
    public void place(String title, Runnable places) {
        LayoutPositions before = positions();
        places.run();
        placed(before, Optional.of(title));
    }

    private LayoutPositions positions() {
        return context.map().geometry().get().positions();
    }

    private void placed(LayoutPositions before, Optional<String> title) {
        LayoutPositions now = positions();
        context.project().placed(PlacesChange.between(before, now), title);
        keepPositions.accept(now);
    }

    private void putBack(DocumentChange change) {
        context.map().positionsProperty().set(change.on(positions()));
        keepPositions.accept(positions());
    }

    @Override
    public ElementActions elements() {
        return elements;
    }

    @Override
    public void applyFiles() {
        context.commands().run(Command.APPLY_FILES);
    }

    @Override
    public void openInspector(GraphElement element) {
        select(element);
        focusInspector.run();
    }

    @Override
    public void select(GraphElement element) {
        context.map().selection().clear();
        context.map().selection().add(element);
        context.navigation().reveal(element);
    }

    @Override
    public void openPlace(SourceMark mark) {
        context.navigation().showPlace(mark);
    }

    @Override
    public void openSource(GraphElement element) {
        context.project()
                .projectProperty()
                .get()
                .map(ComposeProject::sources)
                .flatMap(sources -> sources.at(element))
                .ifPresentOrElse(
                        this::openPlace,
                        () -> context.messages().refused(Words.of("projectactions.it-stands-in-no-file")));
    }

    @Override
    public void openProblems(String title, List<Finding> findings) {
        context.navigation().showProblems(title, findings);
    }

    @Override
    public void newNetwork() {
        newNetwork(created -> {});
    }

    /** Asks for the name of a new network, which is put at a spot of the map. */
    public void newNetworkAt(Point spot) {
        newNetwork(
                Optional.empty(),
                created -> context.map().placeZone(created, new ZonePlace(spot.x(), spot.y(), 0, 0, 1, true)));
    }

    private void newNetwork(Consumer<String> created) {
        newNetwork(Optional.empty(), created);
    }

    /**
     * Asks for the name of a new network.
     *
     * @param subnet what to propose; empty for a free range beside the project's own
     */
    void newNetwork(Optional<Cidr> subnet, Consumer<String> created) {
        Topology topology = context.project().topologyProperty().get();
        List<Cidr> used = SubnetProposal.used(context);
        NewNetworkForm form =
                new NewNetworkForm(topology, used, subnet.or(() -> SubnetProposal.propose(topology, used)));
        dialogs.form(
                Words.of("projectactions.new-network"),
                "",
                form,
                form.valid(),
                List.of(Choice.cancel(), new Choice(Words.of("projectactions.create"), Choice.Kind.DEFAULT, () -> {
                    String key = form.key();
                    apply(form.edit(), () -> created.accept(key));
                })));
    }

    @Override
    public void renameNetwork(String network) {
        elements.rename(new Element.NetworkElement(network));
    }

    @Override
    public void showAddresses(String network) {
        context.navigation().show(CentreView.ADDRESSES);
        select(new Element.NetworkElement(network));
    }

    @Override
    public void newNetwork(Optional<Cidr> subnet) {
        newNetwork(subnet, created -> select(new Element.NetworkElement(created)));
    }

    @Override
    public void renumber(String network) {
        Topology topology = context.project().topologyProperty().get();
        List<Cidr> own = topology.network(network).stream()
                .flatMap(n -> DeclaredRange.of(topology, n).stream())
                .map(DeclaredRange::cidr)
                .toList();
        List<Cidr> others = SubnetProposal.usedBeside(context, network);
        List<Cidr> used = new ArrayList<>(others);
        used.addAll(own);
        Optional<Cidr> proposed = own.stream().findFirst().flatMap(new FreeSpace(used)::nextAfter);
        RenumberForm form = new RenumberForm(
                topology, network, others, proposed.or(() -> SubnetProposal.propose(topology, others)));
        dialogs.form(
                Words.of("projectactions.move-to-another-subnet", network),
                Words.of("projectactions.gateway-ip-range-auxiliary-and"),
                form,
                form.valid(),
                List.of(
                        Choice.cancel(),
                        new Choice(
                                Words.of("projectactions.move"),
                                Choice.Kind.DEFAULT,
                                () -> form.edit().ifPresent(this::apply))));
    }

    @Override
    public void findFree(Optional<Cidr> within) {
        FreeSubnetForm form = new FreeSubnetForm(SubnetProposal.used(context), within);
        dialogs.form(
                Words.of("projectactions.next-free-subnet"),
                Words.of("projectactions.clear-of-what-the-project"),
                form,
                form.valid(),
                List.of(
                        Choice.cancel(),
                        new Choice(
                                Words.of("projectactions.new-network-here"),
                                Choice.Kind.DEFAULT,
                                () -> newNetwork(form.subnet()))));
    }

    @Override
    public void showOnMap(GraphElement element) {
        context.navigation().show(CentreView.MAP);
        select(element);
    }

    @Override
    public void say(String sentence) {
        context.messages().refused(sentence);
    }

    @Override
    public void goTo(Finding finding) {
        finding.subjects().stream()
                .flatMap(subject -> subject.inGraph().stream())
                .findFirst()
                .ifPresent(this::select);
        finding.at().ifPresent(this::openPlace);
    }

    @Override
    public void fix(Finding finding) {
        finding.quickFix().ifPresent(this::apply);
    }
}
