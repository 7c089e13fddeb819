package dev.bulkhead.ui.shell;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.FreeSpace;
import dev.bulkhead.address.plan.DeclaredRange;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.address.AddressActions;
import dev.bulkhead.ui.address.FreeSubnetForm;
import dev.bulkhead.ui.address.RenumberForm;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.model.CentreView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the picture of the address space asks of the window, carried out on the open project. */
final class WindowAddressActions implements AddressActions {

    private final ShellContext context;
    private final Dialogs dialogs;
    private final WindowActions actions;

    WindowAddressActions(ShellContext context, Dialogs dialogs, WindowActions actions) {
        this.context = context;
        this.dialogs = dialogs;
        this.actions = actions;
    }

    @Override
    public void newNetwork(Optional<Cidr> subnet) {
        actions.newNetwork(subnet, created -> actions.select(new Element.NetworkElement(created)));
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
                "Move " + network + " to another subnet",
                "Gateway, ip_range, auxiliary and static addresses keep their host part; one undo takes all of it back.",
                form,
                form.valid(),
                List.of(
                        Choice.cancel(),
                        new Choice(
                                "Move", Choice.Kind.DEFAULT, () -> form.edit().ifPresent(actions::apply))));
    }

    @Override
    public void findFree(Optional<Cidr> within) {
        FreeSubnetForm form = new FreeSubnetForm(SubnetProposal.used(context), within);
        dialogs.form(
                "Next free subnet",
                "Clear of what the project declares, what the engine has and where the host's routes lead.",
                form,
                form.valid(),
                List.of(
                        Choice.cancel(),
                        new Choice("New network here…", Choice.Kind.DEFAULT, () -> newNetwork(form.subnet()))));
    }

    @Override
    public void openInspector(GraphElement element) {
        actions.openInspector(element);
    }

    @Override
    public void openSource(GraphElement element) {
        actions.openSource(element);
    }

    @Override
    public void showOnMap(GraphElement element) {
        context.navigation().viewProperty().set(CentreView.MAP);
        actions.select(element);
    }
}
