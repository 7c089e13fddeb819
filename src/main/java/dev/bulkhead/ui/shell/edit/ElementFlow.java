package dev.bulkhead.ui.shell.edit;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.files.FileFaults;
import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.Point;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.RulesReader;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.model.CanvasActions;
import dev.bulkhead.ui.canvas.model.ElementActions;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import dev.bulkhead.workspace.RenamedReferences;
import dev.bulkhead.workspace.WorkingCopy;
import dev.bulkhead.workspace.element.Removal;
import dev.bulkhead.workspace.element.ServiceRenaming;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Whole services and networks of the open project: made, renamed, removed, and carried by the clipboard. */
final class ElementFlow implements ElementActions {

    private static final String NAME = "[a-zA-Z0-9][a-zA-Z0-9._-]*";

    private final ShellContext context;
    private final Dialogs dialogs;
    private final CanvasActions actions;
    private final Consumer<Point> newNetwork;
    private final ElementClipboard clipboard;

    ElementFlow(ShellContext context, Dialogs dialogs, CanvasActions actions, Consumer<Point> newNetwork) {
        this.context = context;
        this.dialogs = dialogs;
        this.actions = actions;
        this.newNetwork = newNetwork;
        this.clipboard = new ElementClipboard(context);
    }

    @Override
    public void newNetworkAt(Point spot) {
        newNetwork.accept(spot);
    }

    @Override
    public void newServiceOn(String network, Optional<CardPlace> place) {
        NewServiceForm form = new NewServiceForm(topology(), network);
        dialogs.form(
                Words.of("elementflow.new-service-on", network),
                "",
                form,
                form.valid(),
                List.of(Choice.cancel(), new Choice(Words.of("elementflow.create"), Choice.Kind.DEFAULT, () -> {
                    String key = form.key();
                    boolean made = actions.apply(
                            form.edit(),
                            () -> place.ifPresent(cell -> context.map().placeCard(key, cell)));
                    if (made) {
                        context.map().select(Element.service(key));
                    }
                })));
    }

    @Override
    public void selectAll() {
        context.map()
                .select(topology().services().keySet().stream()
                        .map(Element::service)
                        .collect(Collectors.toSet()));
    }

    @Override
    public void rename(GraphElement element) {
        switch (element) {
            case Element.ServiceElement(String key) ->
                askName(key, Words.of("elementflow.whoever-depends-on-it-links"), fresh -> renameService(key, fresh));
            case Element.NetworkElement(String key) ->
                askName(
                        key,
                        Words.of("elementflow.its-declaration-every-membership-the"),
                        fresh -> renameNetwork(key, fresh));
            case Element.MembershipElement _ -> actions.say(Words.of("elementflow.a-membership-has-no-name"));
        }
    }

    private void askName(String old, String words, Consumer<String> renamed) {
        TextField name = new TextField(old);
        name.setId("rename");
        name.setAccessibleText(Words.of("elementflow.new-name"));
        name.selectAll();
        dialogs.form(
                Words.of("elementflow.rename", old),
                words,
                name,
                Bindings.createBooleanBinding(
                        () -> name.getText().strip().matches(NAME)
                                && !name.getText().strip().equals(old),
                        name.textProperty()),
                List.of(
                        Choice.cancel(),
                        new Choice(
                                Words.of("elementflow.rename-2"),
                                Choice.Kind.DEFAULT,
                                () -> renamed.accept(name.getText().strip()))));
    }

    private void renameService(String old, String fresh) {
        Optional<CardPlace> place = Optional.ofNullable(
                context.map().geometry().get().positions().cards().get(old));
        ServiceRenaming renaming = ServiceRenaming.of(topology(), rulesText(), old, fresh);
        boolean done = actions.apply(
                renaming.edit(), () -> place.ifPresent(cell -> context.map().placeCard(fresh, cell)));
        if (done) {
            context.map().select(Element.service(fresh));
            told(Words.of("elementflow.is-now", old, fresh), renaming.left());
        }
    }

    private void renameNetwork(String old, String fresh) {
        context.project().ask(copy -> renaming(copy, old, fresh), renaming -> {
            if (actions.apply(renaming.edit())) {
                context.map().select(Element.network(fresh));
                told(Words.of("elementflow.is-now", old, fresh), renaming.left());
            }
        });
    }

    private static RenamedReferences renaming(WorkingCopy copy, String old, String fresh) {
        try {
            return RenamedReferences.of(copy, old, fresh);
        } catch (EditRejectedException | IOException refused) {
            // Doing it tells why it cannot be done.
            return new RenamedReferences(new TopologyEdit.RenameNetwork(old, fresh), List.of());
        }
    }

    private void told(String done, List<String> more) {
        context.messages().done(more.isEmpty() ? done : done + " " + String.join(" ", more));
    }

    @Override
    public void remove(Set<GraphElement> elements) {
        Removal removal = Removal.of(topology(), rules(), elements);
        String title = removal.edit().describe();
        if (!removal.against().isEmpty()) {
            dialogs.ask(
                    Words.of("elementflow.cannot", title),
                    String.join("\n", removal.against()),
                    List.of(new Choice(Words.of("elementflow.close"), Choice.Kind.CANCEL, () -> {})));
            return;
        }
        Runnable carryOut = () -> {
            context.map().selection().clear();
            actions.apply(removal.edit(), () -> {});
        };
        boolean asks = elements.stream().anyMatch(Element.ServiceElement.class::isInstance)
                || !removal.goes().isEmpty();
        if (elements.isEmpty()) {
            return;
        }
        if (!asks) {
            carryOut.run();
            return;
        }
        VBox goes = Nodes.column("bh-form");
        goes.setId("removal-goes");
        removal.goes().forEach(sentence -> goes.getChildren().add(Nodes.wrapped(sentence)));
        dialogs.form(
                title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1) + "?",
                Words.of("elementflow.ctrl-z-brings-all-of"),
                goes,
                new SimpleBooleanProperty(true),
                List.of(Choice.cancel(), new Choice(Words.of("elementflow.remove"), Choice.Kind.DEFAULT, carryOut)));
    }

    @Override
    public void copy() {
        clipboard.copy(selected());
    }

    @Override
    public void cut() {
        if (clipboard.copy(selected())) {
            remove(selected());
        }
    }

    @Override
    public void paste() {
        clipboard.paste();
    }

    @Override
    public void duplicate() {
        clipboard.duplicate(selected());
    }

    /** Returns what is selected as a whole: a membership is a part of its service. */
    private Set<GraphElement> selected() {
        return context.map().selection().stream()
                .filter(element -> !(element instanceof Element.MembershipElement))
                .collect(Collectors.toSet());
    }

    private Topology topology() {
        return context.project().topologyProperty().get();
    }

    private Optional<String> rulesText() {
        try {
            return context.project().rulesText();
        } catch (IOException unreadable) {
            context.messages()
                    .failed(Words.of("elementflow.the-rules-cannot-be-read", FileFaults.sentence(unreadable)));
            return Optional.empty();
        }
    }

    private Rules rules() {
        try {
            return RulesReader.parse(Rules.FILE, rulesText().orElse(""));
        } catch (ComposeException unreadable) {
            return Rules.NONE; // Problems tells of it already
        }
    }
}
