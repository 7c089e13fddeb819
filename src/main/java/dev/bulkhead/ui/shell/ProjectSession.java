package dev.bulkhead.ui.shell;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.ui.address.AddressView;
import dev.bulkhead.ui.address.AddressViewModel;
import dev.bulkhead.ui.canvas.MapView;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.drift.DriftViewModel;
import dev.bulkhead.ui.fx.Drawn;
import dev.bulkhead.ui.fx.Paced;
import dev.bulkhead.ui.inspector.InspectorView;
import dev.bulkhead.ui.live.EngineFlow;
import dev.bulkhead.ui.matrix.MembershipMatrixView;
import dev.bulkhead.ui.matrix.PortsTableView;
import dev.bulkhead.ui.model.CentreView;
import dev.bulkhead.ui.model.Subscriptions;
import dev.bulkhead.ui.reach.ReachTable;
import dev.bulkhead.ui.reach.ReachView;
import dev.bulkhead.ui.reach.ReachViewModel;
import dev.bulkhead.ui.shell.actions.CommandControls;
import dev.bulkhead.ui.shell.banner.DiskBanner;
import dev.bulkhead.ui.shell.banner.TroubleBanner;
import dev.bulkhead.ui.shell.context.OpenedProject;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.shell.edit.ChangeBar;
import dev.bulkhead.ui.shell.edit.PaletteDrag;
import dev.bulkhead.ui.shell.edit.ProjectActions;
import dev.bulkhead.ui.shell.edit.RulesFlow;
import dev.bulkhead.ui.shell.export.ExportFlow;
import dev.bulkhead.ui.shell.files.FilesView;
import dev.bulkhead.ui.shell.iteration.WizardFlow;
import dev.bulkhead.ui.shell.map.MapFeed;
import dev.bulkhead.ui.shell.panel.BottomPane;
import dev.bulkhead.ui.shell.panel.InspectorPane;
import dev.bulkhead.ui.shell.panel.Sidebar;
import dev.bulkhead.ui.shell.path.PathBar;
import dev.bulkhead.ui.shell.project.DiskChanges;
import dev.bulkhead.ui.shell.project.ProjectFlow;
import dev.bulkhead.ui.shell.search.SearchField;
import dev.bulkhead.ui.shell.start.StartPage;
import dev.bulkhead.ui.shell.toolbar.MainMenu;
import dev.bulkhead.ui.shell.toolbar.MainToolbar;
import dev.bulkhead.ui.shell.toolbar.ProjectSwitcher;
import dev.bulkhead.ui.shell.toolbar.StatusBar;
import dev.bulkhead.ui.words.Words;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * Session of one open project in the window: its view models, its views and what they listen to, made and closed as a
 * whole.
 *
 * <p>The parts listen to each other and are left together, so none of those listeners is removed. What they listen to
 * outside, which lives longer, is followed through {@link Subscriptions} only and ends with {@link #close()}.
 */
public final class ProjectSession implements AutoCloseable {

    private final ShellContext context;
    private final WindowServices services;
    private final Dialogs dialogs;
    private final ProjectFlow projects;
    private final Supplier<Optional<Window>> window;
    private final Subscriptions outside = new Subscriptions();
    private final CommandControls controls;
    private final ChangeFlows changes;
    private final WizardFlow wizard;
    private final EngineFlow engines;
    private final ContainerPart container;
    private final ProjectActions actions;
    private final DriftViewModel drift;
    private final ReachViewModel reach;
    private final AddressViewModel addresses;
    private final RulesFlow rules;
    private final DiskChanges disk;
    private final MapView map;
    private final MapPictures pictures;
    private final InspectorPane inspector;
    private final SearchField search;
    private final BorderPane frame = new BorderPane();
    private final FrontPane main;

    /**
     * Builds everything for a project.
     *
     * @param context what the parts share; nothing in it outlives the session but the messages
     * @param opened the project; empty for a window that has none yet
     * @param projects opens another project in the place of this one
     * @param window the window of the desktop, once there is one
     */
    ProjectSession(
            ShellContext context,
            Optional<OpenedProject> opened,
            WindowServices services,
            Dialogs dialogs,
            ProjectFlow projects,
            Supplier<Optional<Window>> window) {
        this.context = context;
        this.services = services;
        this.dialogs = dialogs;
        this.projects = projects;
        this.window = window;
        Optional<Migration> migration = opened.map(OpenedProject::migration);
        controls = new CommandControls(context.commands());
        changes = new ChangeFlows(context, opened, services, dialogs, projects::tell, window);
        wizard = changes.wizard();
        engines = new EngineFlow(
                context.engine(),
                dialogs,
                services.tasks(),
                context.messages(),
                () -> opened.map(OpenedProject::engine),
                wizard::running);
        container = new ContainerPart(context, opened, services, dialogs, wizard::running);
        actions = new ProjectActions(
                context,
                dialogs,
                positions -> opened.filter(
                                project -> !context.project().readOnlyProperty().get())
                        .ifPresent(project -> project.places().keep().accept(positions)),
                this::focusInspector);
        // Before whoever else looks at the map when the project changes.
        drift = new DriftViewModel(
                context.project(),
                context.engine(),
                saved -> opened.orElseThrow().driftFacts(saved),
                services.tasks(),
                Paced::twiceASecond);
        new MapFeed(context, drift, services.clock()).connect();
        reach = services.reach(context, opened);
        addresses = new AddressViewModel(
                context.project(), context.map(), context.engine(), services.tasks(), context.around());
        rules = new RulesFlow(context, dialogs, migration);
        pictures = new MapPictures(context, reach.tableProperty().map(ReachTable::matrix), actions);
        map = pictures.map();
        JudgementFeed judgement = new JudgementFeed(context, drift, reach);
        judgement.connect();
        disk = new DiskChanges(context, services, wizard::running, judgement::again);
        inspector = new InspectorPane(
                new InspectorView(
                        context.project(), context.map(), context.engine(), drift, reach, pictures.tints(), actions),
                context,
                changes.drafts());
        search = new SearchField(context);
        main = new FrontPane(wizard, context.navigation().coveredProperty());
        outside.follow(dialogs.openProperty(), context.commands().suspendedProperty()::set);
        bindCommands();
        layOut();
        if (opened.isPresent()) {
            show(opened.get());
            main.showWorkOrPages(workArea(), pictures.pane(), changes.step(), changes.stepPage());
        } else {
            main.show(new StartPage(projects, controls, services, outside));
        }
    }

    /** Returns what the window shows of the project: everything but the questions over it. */
    public Parent frame() {
        return frame;
    }

    /** Returns what the parts share. */
    public ShellContext context() {
        return context;
    }

    /** Returns how iterations are walked. */
    public WizardFlow wizard() {
        return wizard;
    }

    /** Does something that leaves the project, once nothing is carried out on it and no change is lost. */
    void whenItMayBeLeft(Runnable then) {
        if (wizard.running()) {
            context.messages().refused(Words.of("projectsession.an-iteration-is-being-carried"));
        } else {
            whenNothingIsLost(then);
        }
    }

    /** Does something that leaves the project, once the operator said what becomes of changes that wait for him. */
    void whenNothingIsLost(Runnable then) {
        changes.whenNothingIsLost(then);
    }

    /** Leaves the project: engine, files and everything outside are listened to no more. */
    @Override
    public void close() {
        outside.close();
        container.close();
        changes.close();
        disk.close();
        reach.close();
        context.project().close();
        context.engine().leave();
    }

    private void show(OpenedProject project) {
        ComposeProject read = project.document().project();
        context.map().hintsProperty().set(project.hints());
        context.map().open(read.topology(), read.sources(), project.places().remembered());
        pictures.open(project);
        context.project().show(project.document());
        context.project().readOnlyProperty().set(!Files.isWritable(read.directory()));
        context.path().show(project.migration());
        // The project is seen first; only then are engine and records asked, which needs the same processors.
        outside.add(Drawn.then(() -> {
            context.path().refresh(project.migration());
            outside.add(engines.connect(project.engine())::cancel);
        }));
        if (read.topology().services().isEmpty()) {
            context.messages().refused(Words.of("projectsession.the-project-has-no-services"));
        }
    }

    private WorkArea workArea() {
        return new WorkArea(
                new Sidebar(
                        context,
                        controls,
                        pictures.tints(),
                        drift,
                        add -> PaletteDrag.install(
                                add, Words.of("projectsession.new-network"), map, actions::newNetworkAt)),
                new CentrePane(context, centreViews())
                        .above(new ChangeBar(changes.edits(), context.navigation(), controls)),
                inspector,
                new BottomPane(context, actions, services.zone(), container::view),
                context.navigation().lowerProperty());
    }

    private Map<CentreView, Supplier<Node>> centreViews() {
        return Map.of(
                CentreView.MAP, pictures::pane,
                CentreView.MEMBERSHIP, () -> new MembershipMatrixView(context.map(), actions),
                CentreView.REACH, () -> new ReachView(reach, rules::demand),
                CentreView.RULES, rules::view,
                CentreView.PORTS, () -> new PortsTableView(context.map(), actions),
                CentreView.ADDRESSES, () -> new AddressView(addresses, pictures.tints(), actions),
                CentreView.FILES, () -> new FilesView(context, changes.drafts()),
                CentreView.STATUS, changes::statusView);
    }

    private void layOut() {
        MainMenu menu = new MainMenu(controls, services.preferences().theme(), outside);
        ProjectSwitcher switcher =
                new ProjectSwitcher(context, controls, services.sources().recent(), projects::open);
        MainToolbar toolbar = new MainToolbar(context, controls, switcher, search);
        VBox top = new VBox(menu, toolbar, new PathBar(context.path(), controls, changes::open));
        // Nothing in the window may make the window wider than its scene: what does not fit gives way.
        top.setMinWidth(0);
        frame.setMinSize(0, 0);
        frame.setTop(top);
        VBox banners = changes.banners(
                new TroubleBanner(projects, outside), engines, new DiskBanner(disk, changes.files(), dialogs));
        BorderPane front = new BorderPane(main, banners, null, null, null);
        front.setMinSize(0, 0);
        frame.setCenter(front);
        frame.setBottom(new StatusBar(
                context,
                services.activity(),
                pictures.pane()
                        .zoomProperty()
                        .map(z -> Words.of("projectsession.zoom", Math.round(z.doubleValue() * 100)))));
        frame.getStyleClass().add("bh-frame");
        controls.otherKeys(frame);
    }

    private void bindCommands() {
        ExportFlow export = new ExportFlow(context, services, dialogs, map, window);
        new CommandBindings(context)
                .start(projects, services, dialogs, window)
                .project(
                        changes.files(),
                        () -> services.chooser().project(window.get()).ifPresent(projects::open),
                        export,
                        this::requestClose)
                .edit(actions, search)
                .views(pictures.pane(), pictures.model(), services, dialogs)
                .sight(pictures)
                .migration(wizard, changes.rollBack()::ask, engines::ask)
                .help(
                        new HelpDialogs(dialogs, services.help().about()),
                        new HelpTopics(
                                context, changes, drift, frame, services.help().manual()));
        context.navigation()
                .targetProperty()
                .addListener((property, old, now) -> now.ifPresent(element -> {
                    if (context.navigation().viewProperty().get() == CentreView.MAP) {
                        pictures.pane().reveal(element);
                    }
                }));
    }

    private void focusInspector() {
        inspector.requestFocus();
    }

    private void requestClose() {
        window.get().ifPresent(shown -> shown.fireEvent(new WindowEvent(shown, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }
}
