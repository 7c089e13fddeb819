package dev.bulkhead.ui.shell;

import dev.bulkhead.ui.address.AddressView;
import dev.bulkhead.ui.address.AddressViewModel;
import dev.bulkhead.ui.canvas.MapView;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.inspector.InspectorView;
import dev.bulkhead.ui.live.EngineBanner;
import dev.bulkhead.ui.live.EngineFlow;
import dev.bulkhead.ui.matrix.MembershipMatrixView;
import dev.bulkhead.ui.matrix.PortsTableView;
import dev.bulkhead.ui.model.CentreView;
import dev.bulkhead.ui.model.NetworkTints;
import dev.bulkhead.ui.reach.ReachView;
import dev.bulkhead.ui.reach.ReachViewModel;
import dev.bulkhead.ui.reach.RulesReachOptions;
import dev.bulkhead.ui.shell.actions.CommandControls;
import dev.bulkhead.ui.wizard.WizardView;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** One window: puts its parts together and shows what belongs in front. */
public final class MainWindow {

    private final ShellContext context;
    private final WindowServices services;
    private final CommandControls controls;
    private final BorderPane frame = new BorderPane();
    private final StackPane main = new StackPane();
    private final StackPane root;
    private final Dialogs dialogs = new Dialogs(frame);
    private final ProjectFlow projects;
    private final WizardFlow wizard;
    private final EngineFlow engines;
    private final RollbackFlow rollBack;
    private final MapView map;
    private final ReachViewModel reach;
    private final AddressViewModel addresses;
    private final NetworkTints tints;
    private final RulesFlow rules;
    private final DiskChanges disk;
    private final InspectorView inspector;
    private final WindowActions actions;
    private final SearchField search;
    private final WorkArea work;
    private final EmptyState empty;

    /** Builds a window that has no project yet. */
    public MainWindow(ShellContext context, WindowServices services) {
        this.context = context;
        this.services = services;
        controls = new CommandControls(context.commands());
        SaveFlow save = new SaveFlow(context.project(), dialogs, context.messages());
        projects = new ProjectFlow(context, services, dialogs, save, this::running);
        wizard = new WizardFlow(context, projects, services);
        rollBack = new RollbackFlow(context, services, projects, wizard, dialogs);
        engines = new EngineFlow(
                context.engine(),
                dialogs,
                services.tasks(),
                context.messages(),
                () -> projects.openedProperty().get().map(OpenedProject::engine),
                wizard::running);
        actions = new WindowActions(context, dialogs, projects, this::focusInspector);
        tints = new MapTints(context.map());
        // Before whoever else looks at the map when the project changes.
        new LiveLink(context, services.clock()).connect();
        reach = new ReachViewModel(
                context.project(), context.map(), services.tasks(), new RulesReachOptions(context.engine()));
        addresses = new AddressViewModel(
                context.project(), context.map(), context.engine(), services.tasks(), context.around());
        rules = new RulesFlow(context, dialogs, projects);
        map = new MapView(context.map(), actions);
        context.engine().stateProperty().addListener((property, old, now) -> {
            if (!old.networks().equals(now.networks())) {
                reach.refresh();
            }
        });
        disk = new DiskChanges(context, services, this::running, () -> {
            context.project().recheck();
            reach.refresh();
        });
        inspector = new InspectorView(context.project(), context.map(), context.engine(), reach, tints, actions);
        search = new SearchField(context);
        empty = new EmptyState(projects, controls);
        work = new WorkArea(
                new Sidebar(
                        context,
                        controls,
                        tints,
                        add -> PaletteDrag.install(add, "New network", map, actions::newNetworkAt)),
                new CentrePane(context, centreViews()),
                inspector,
                new BottomPane(context, actions, services.zone()));
        root = dialogs.layer();
        context.commands().suspendedProperty().bind(dialogs.openProperty());
        wire(save);
        layOut(save);
        projects.openedProperty().addListener((property, old, now) -> bringForward());
        wizard.shownProperty().addListener((property, old, now) -> bringForward());
        bringForward();
    }

    /** Returns the root of the scene. */
    public Parent root() {
        return root;
    }

    /** Returns how projects are opened and left. */
    public ProjectFlow projects() {
        return projects;
    }

    /** Returns how iterations are walked. */
    public WizardFlow wizard() {
        return wizard;
    }

    /** Returns how the window of the desktop is closed. */
    public ClosingFlow closing(ClosingFlow.Frame around) {
        return new ClosingFlow(projects, wizard, dialogs, around);
    }

    /** Returns the questions of the window. */
    public Dialogs dialogs() {
        return dialogs;
    }

    /** The window's title. */
    public ObservableValue<String> title() {
        return context.project()
                .projectProperty()
                .flatMap(project -> context.project()
                        .dirtyProperty()
                        .map(dirty -> project.map(
                                        p -> (dirty ? "● " : "") + p.topology().project() + " – Bulkhead")
                                .orElse("Bulkhead")));
    }

    private Map<CentreView, Supplier<Node>> centreViews() {
        return Map.of(
                CentreView.MAP, () -> map,
                CentreView.MEMBERSHIP, () -> new MembershipMatrixView(context.map(), actions),
                CentreView.REACH, () -> new ReachView(reach, rules::demand),
                CentreView.RULES, rules::view,
                CentreView.PORTS, () -> new PortsTableView(context.map(), actions),
                CentreView.ADDRESSES,
                        () -> new AddressView(addresses, tints, new WindowAddressActions(context, dialogs, actions)),
                CentreView.FILES, () -> new FilesView(context));
    }

    private void layOut(SaveFlow save) {
        MainMenu menu = new MainMenu(controls, services.theme());
        MainToolbar toolbar = new MainToolbar(
                context, controls, new ProjectSwitcher(context, controls, services.recent(), projects::open), search);
        VBox top = new VBox(menu, toolbar, new PathBar(context.path(), controls));
        // Nothing in the window may make the window wider than its scene: what does not fit gives way.
        top.setMinWidth(0);
        frame.setMinSize(0, 0);
        frame.setTop(top);
        VBox banners = new VBox(
                new TroubleBanner(projects),
                new EngineBanner(context.engine(), engines, services.clock()),
                new OpenRunBanner(context.path(), wizard, rollBack),
                new DiskBanner(disk, save, dialogs));
        banners.setMinWidth(0);
        main.setMinSize(0, 0);
        BorderPane middle = new BorderPane(main, banners, null, null, null);
        middle.setMinSize(0, 0);
        frame.setCenter(middle);
        frame.setBottom(new StatusBar(
                context, map.zoomProperty().map(z -> "zoom " + Math.round(z.doubleValue() * 100) + " %")));
        frame.getStyleClass().add("bh-frame");
    }

    private void wire(SaveFlow save) {
        ExportFlow export = new ExportFlow(context, services, dialogs, map, this::window);
        HelpDialogs help = new HelpDialogs(dialogs, services.about());
        new WindowCommands(context)
                .project(projects, save, this::chooseProject, export::ask, this::requestClose)
                .edit(actions, this::find)
                .views(map, services.theme(), services.switchTheme())
                .migration(wizard, rollBack::ask, engines::ask, help::keys, help::about);
        context.navigation()
                .targetProperty()
                .addListener((property, old, now) -> now.ifPresent(element -> {
                    if (context.navigation().viewProperty().get() == CentreView.MAP) {
                        map.reveal(element);
                    }
                }));
    }

    private void bringForward() {
        boolean open = projects.openedProperty().get().isPresent();
        if (open && wizard.shownProperty().get()) {
            wizard.wizardProperty()
                    .get()
                    .ifPresent(model -> main.getChildren()
                            .setAll(new WizardView(
                                    model, new WindowWizardActions(context, services, wizard, this::window))));
        } else if (open) {
            main.getChildren().setAll(work);
            focusMap();
        } else {
            main.getChildren().setAll(empty);
        }
    }

    /** Gives the map the focus, at once or as soon as it is part of the scene. */
    private void focusMap() {
        if (map.getScene() != null) {
            map.requestFocus();
            return;
        }
        map.sceneProperty().addListener(new ChangeListener<Scene>() {
            @Override
            public void changed(ObservableValue<? extends Scene> property, @Nullable Scene old, @Nullable Scene now) {
                map.sceneProperty().removeListener(this);
                map.requestFocus();
            }
        });
    }

    private boolean running() {
        return wizard.running();
    }

    private void chooseProject() {
        services.chooser().project(window()).ifPresent(projects::open);
    }

    private void find() {
        search.requestFocus();
        search.selectAll();
    }

    private void focusInspector() {
        inspector.requestFocus();
    }

    private void requestClose() {
        window().ifPresent(window -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private Optional<Window> window() {
        return Optional.ofNullable(root.getScene()).map(scene -> scene.getWindow());
    }
}
