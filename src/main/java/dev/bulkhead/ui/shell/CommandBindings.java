package dev.bulkhead.ui.shell;

import dev.bulkhead.migrate.iteration.secrets.RotateSecrets;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.canvas.model.ElementActions;
import dev.bulkhead.ui.canvas.sight.Shown;
import dev.bulkhead.ui.canvas.sight.SightViewModel;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.lanes.PictureViewModel;
import dev.bulkhead.ui.lanes.PicturesPane;
import dev.bulkhead.ui.model.CentreView;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.shell.actions.Commands;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.shell.edit.ProjectActions;
import dev.bulkhead.ui.shell.export.ExportFlow;
import dev.bulkhead.ui.shell.iteration.WizardFlow;
import dev.bulkhead.ui.shell.panel.ActivityView;
import dev.bulkhead.ui.shell.preferences.PreferencesFlow;
import dev.bulkhead.ui.shell.project.ProjectFlow;
import dev.bulkhead.ui.shell.project.SaveFlow;
import dev.bulkhead.ui.shell.search.SearchField;
import dev.bulkhead.ui.shell.start.ImportFlow;
import dev.bulkhead.ui.theme.ThemeChoice;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableSet;
import javafx.stage.Window;

/** Bindings of every command to what it does with the open project. */
final class CommandBindings {

    private final ShellContext context;
    private final Commands commands;
    private final ObservableValue<Boolean> open;

    CommandBindings(ShellContext context) {
        this.context = context;
        this.commands = context.commands();
        this.open = context.project().projectProperty().map(Optional::isPresent);
    }

    CommandBindings start(
            ProjectFlow flow, WindowServices services, Dialogs dialogs, Supplier<Optional<Window>> window) {
        ImportFlow imports = new ImportFlow(services, dialogs, flow, context.messages(), window);
        commands.on(
                        Command.OPEN_SAMPLE,
                        () -> flow.openSample(services.opener().samples().getFirst()))
                .on(Command.NEW_WINDOW, services.sources().others()::open)
                .on(Command.IMPORT, imports::ask)
                .on(Command.START_PAGE, open, flow::leave);
        return this;
    }

    CommandBindings project(SaveFlow save, Runnable choose, ExportFlow export, Runnable close) {
        commands.on(Command.OPEN, choose)
                .on(Command.RELOAD, open, save::reload)
                .on(Command.SAVE, context.project().dirtyProperty(), save::save)
                .on(Command.EXPORT_NETWORKS, open, export::ask)
                .on(Command.PRINT, open, export::print)
                .on(Command.CLOSE, close)
                .on(Command.READ_ONLY, open, this::switchReadOnly)
                .named(
                        Command.READ_ONLY,
                        context.project()
                                .readOnlyProperty()
                                .map(on -> on
                                        ? Words.of("commandbindings.end-read-only")
                                        : Words.of("commandbindings.read-only")));
        return this;
    }

    private void switchReadOnly() {
        ProjectViewModel project = context.project();
        if (project.dirtyProperty().get()) {
            context.messages().refused(Words.of("readonly.unsaved"));
        } else {
            project.readOnlyProperty().set(!project.readOnlyProperty().get());
        }
    }

    CommandBindings edit(ProjectActions actions, SearchField search) {
        ElementActions elements = actions.elements();
        ObservableSet<GraphElement> selected = context.map().selection();
        // A page of an iteration covers what would change.
        ObservableValue<Boolean> inSight = Bindings.createBooleanBinding(
                () -> open.getValue() && !context.navigation().coveredProperty().get(),
                open,
                context.navigation().coveredProperty());
        ObservableValue<Boolean> some =
                Bindings.createBooleanBinding(() -> inSight.getValue() && !selected.isEmpty(), inSight, selected);
        ObservableValue<Boolean> one =
                Bindings.createBooleanBinding(() -> inSight.getValue() && selected.size() == 1, inSight, selected);
        commands.on(Command.UNDO, context.project().undoTitleProperty().map(t -> !t.isEmpty()), context.project()::undo)
                .on(Command.REDO, context.project().redoTitleProperty().map(t -> !t.isEmpty()), context.project()::redo)
                .named(
                        Command.UNDO,
                        context.project()
                                .undoTitleProperty()
                                .map(t -> t.isEmpty()
                                        ? Words.of("commandbindings.undo")
                                        : Words.of("commandbindings.undo-2", t)))
                .named(
                        Command.REDO,
                        context.project()
                                .redoTitleProperty()
                                .map(t -> t.isEmpty()
                                        ? Words.of("commandbindings.redo")
                                        : Words.of("commandbindings.redo-2", t)))
                .on(Command.FIND, open, search::begin)
                .on(Command.FIND_NEXT, search.anyProperty(), search::next)
                .on(Command.FIND_PREVIOUS, search.anyProperty(), search::previous)
                .on(Command.NEW_NETWORK, open, actions::newNetwork)
                .on(Command.RENAME, one, () -> selected.forEach(elements::rename))
                .on(Command.CUT, some, elements::cut)
                .on(Command.COPY, some, elements::copy)
                .on(Command.PASTE, inSight, elements::paste)
                .on(Command.DUPLICATE, some, elements::duplicate)
                .on(Command.DELETE, some, () -> elements.remove(Set.copyOf(selected)))
                .on(Command.SELECT_ALL, inSight, elements::selectAll);
        return this;
    }

    CommandBindings views(PicturesPane map, PictureViewModel pictures, WindowServices services, Dialogs dialogs) {
        ObjectProperty<ThemeChoice> theme = services.preferences().theme();
        view(Command.VIEW_MAP, CentreView.MAP);
        view(Command.VIEW_MEMBERSHIP, CentreView.MEMBERSHIP);
        view(Command.VIEW_REACH, CentreView.REACH);
        view(Command.VIEW_RULES, CentreView.RULES);
        view(Command.VIEW_PORTS, CentreView.PORTS);
        view(Command.VIEW_ADDRESSES, CentreView.ADDRESSES);
        view(Command.VIEW_FILES, CentreView.FILES);
        view(Command.VIEW_STATUS, CentreView.STATUS);
        commands.on(Command.SWITCH_PICTURE, open, () -> {
                    context.navigation().show(CentreView.MAP);
                    pictures.switchPicture();
                })
                .on(Command.REACH_MODE, open, this::switchReachMode)
                .on(Command.ZOOM_IN, open, () -> map.zoomBy(1.25))
                .on(Command.ZOOM_OUT, open, () -> map.zoomBy(0.8))
                .on(Command.ZOOM_ACTUAL, open, map::resetZoom)
                .on(Command.FIT, open, map::fit)
                .on(Command.ARRANGE, open, map::arrange)
                .on(Command.THEME_LIGHT, () -> theme.set(ThemeChoice.LIGHT))
                .on(Command.THEME_DARK, () -> theme.set(ThemeChoice.DARK))
                .on(Command.THEME_SYSTEM, () -> theme.set(ThemeChoice.SYSTEM))
                .on(Command.THEME_SWITCH, services.switchTheme())
                .on(Command.ACTIVITY, () -> showActivity(services, dialogs))
                .on(Command.PREFERENCES, new PreferencesFlow(dialogs, services.preferences())::ask);
        return this;
    }

    CommandBindings sight(MapPictures pictures) {
        SightViewModel sight = pictures.sight();
        ObservableValue<Boolean> some = Bindings.createBooleanBinding(
                () -> open.getValue() && !context.map().selection().isEmpty(),
                open,
                context.map().selection());
        ObservableValue<Boolean> part = sight.shownProperty().map(Shown::part);
        ObservableValue<Boolean> changed = sight.changesProperty().map(changes -> !changes.isEmpty());
        commands.on(Command.FIT_SELECTION, some, () -> {
                    context.navigation().show(CentreView.MAP);
                    pictures.pane().fitSelection();
                })
                .on(Command.FILTER, open, () -> {
                    context.navigation().show(CentreView.MAP);
                    sight.choosingProperty().set(!sight.choosingProperty().get());
                })
                .on(Command.NEIGHBOURS, some, () -> {
                    context.navigation().show(CentreView.MAP);
                    sight.focus();
                })
                .on(Command.EVERYTHING, part, sight::clear)
                .on(Command.NEXT_CHANGE, changed, () -> pictures.tour(1))
                .on(Command.PREVIOUS_CHANGE, changed, () -> pictures.tour(-1));
        return this;
    }

    CommandBindings migration(WizardFlow wizard, Runnable rollBack, Runnable connect) {
        commands.on(Command.APPLY_FILES, open, wizard::applyFiles)
                .on(Command.CONTINUE, open, wizard::goOn)
                .on(Command.ROTATE_SECRETS, open, () -> wizard.open(RotateSecrets.ID))
                .on(Command.ROLL_BACK, open, rollBack)
                .on(Command.CONNECT_ENGINE, open, connect)
                .on(Command.RETRY_ENGINE, open, context.engine()::retry);
        return this;
    }

    CommandBindings help(HelpDialogs help, HelpTopics topics) {
        commands.on(Command.MANUAL, topics::open)
                .on(Command.MANUAL_CONTENTS, topics::openContents)
                .on(Command.SHOW_KEYS, help::keys)
                .on(Command.ABOUT, help::about);
        return this;
    }

    private static void showActivity(WindowServices services, Dialogs dialogs) {
        dialogs.form(
                Words.of("activity.title"),
                "",
                new ActivityView(services.activity(), services.zone()),
                new SimpleBooleanProperty(true),
                List.of(new Choice(Words.of("activity.close"), Choice.Kind.CANCEL, () -> {})));
    }

    private void switchReachMode() {
        boolean on = !context.map().reachModeProperty().get();
        context.map().reachModeProperty().set(on);
        if (on) {
            context.navigation().show(CentreView.MAP);
        }
    }

    private void view(Command command, CentreView view) {
        commands.on(command, open, () -> context.navigation().show(view));
    }
}
