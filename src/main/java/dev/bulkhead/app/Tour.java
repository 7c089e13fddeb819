package dev.bulkhead.app;

import dev.bulkhead.app.engine.EngineConnections;
import dev.bulkhead.app.engine.SampleCopies;
import dev.bulkhead.app.picture.FxDriver;
import dev.bulkhead.app.picture.TourException;
import dev.bulkhead.compose.export.NetworksFile;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.report.ReportMarkdown;
import dev.bulkhead.migrate.report.RunReport;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.fx.FxThread;
import dev.bulkhead.ui.fx.ThreadedTasks;
import dev.bulkhead.ui.live.EngineChoice;
import dev.bulkhead.ui.model.BottomTab;
import dev.bulkhead.ui.model.CentreView;
import dev.bulkhead.ui.shell.context.OtherWindows;
import dev.bulkhead.ui.shell.context.RecentProjects;
import dev.bulkhead.ui.theme.Themes;
import dev.bulkhead.ui.wizard.WizardPage;
import dev.bulkhead.ui.wizard.WizardViewModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Stage;

/** The main job without a display: opens the sample, checks it, runs iteration 1 in practice, keeps what came of it. */
final class Tour {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path to;
    private final PrintStream out;
    private final FxThread ui = new FxThread();
    private final FxDriver driver = new FxDriver(ui, PATIENCE);

    Tour(Path to, PrintStream out) {
        this.to = to.toAbsolutePath().normalize();
        this.out = out;
    }

    /** Walks through everything and returns the exit code. */
    int run() {
        Toolkit.headless();
        try {
            Files.createDirectories(to);
            startToolkit();
            Path sample = SampleCopies.freshCopy(SampleCopies.FIRST, to.resolve("project"));
            try (ThreadedTasks tasks = new ThreadedTasks(ui)) {
                Desktop desktop = driver.call(() -> open(tasks, sample));
                walk(desktop, sample);
            }
            out.println("bulkhead: the tour is in " + to);
            return 0;
        } catch (TourException | IOException e) {
            out.println("bulkhead: the tour ended early: " + e.getMessage());
            return 1;
        } finally {
            Platform.exit();
        }
    }

    private static void startToolkit() throws TourException {
        CountDownLatch started = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(started::countDown);
        try {
            started.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TourException("Interrupted at the start.", e);
        }
    }

    private Desktop open(ThreadedTasks tasks, Path sample) {
        Themes.loadFonts();
        Projects projects = new Projects(
                sample.resolveSibling(""),
                new EngineConnections(new DiskFileTree(), Map.of(), sample, new SwiftTimer()),
                Optional.of(new EngineChoice.Practice()),
                InstantSource.system(),
                Map.of());
        Desktop desktop = new Desktop(
                new Stage(),
                new Desktop.Parts(
                        tasks,
                        ui,
                        InstantSource.system(),
                        ZoneId.systemDefault(),
                        projects,
                        RecentProjects.NONE,
                        OtherWindows.NONE,
                        Desktop.Look.light(1600, 990)));
        // The headless screen remembers a thousand rows of a thousand pixels: at the corner the window fits into them.
        desktop.stage().setX(0);
        desktop.stage().setY(0);
        desktop.stage().show();
        desktop.window().projects().open(sample);
        return desktop;
    }

    private void walk(Desktop desktop, Path sample) throws TourException, IOException {
        WindowCamera camera = new WindowCamera(desktop, driver, to);
        driver.await("the sample", desktop.window().projects().openedProperty().map(Optional::isPresent));
        camera.takeBoth("map-before");
        look(desktop, camera, CentreView.MEMBERSHIP, "membership");
        look(desktop, camera, CentreView.PORTS, "ports");
        reach(desktop, camera);
        addresses(desktop, camera);
        look(desktop, camera, CentreView.FILES, "files");
        driver.run(() -> desktop.context().navigation().viewProperty().set(CentreView.MAP));
        problems(desktop, camera);
        migrate(desktop, camera);
        driver.run(() -> desktop.window().wizard().close());
        camera.takeBoth("map-after");
        camera.takeLanes();
        steps(desktop, camera);
        driver.run(() -> desktop.context().navigation().show(CentreView.STATUS));
        driver.until(() -> desktop.window().root().lookup("#status-card-proxy-discovery") != null);
        camera.takeBoth("status");
        driver.run(() -> desktop.context().navigation().show(CentreView.MAP));
        phases(desktop, camera);
        driver.run(() -> desktop.context().navigation().viewProperty().set(CentreView.ADDRESSES));
        camera.takeBoth("addresses-after");
        driver.run(() -> desktop.context().navigation().viewProperty().set(CentreView.MAP));
        driver.run(() -> desktop.context().map().select(new Element.ServiceElement("sonarr")));
        camera.takeBoth("map-selected");
        driver.run(() -> {
            desktop.context().map().select(new Element.ServiceElement("jellyseerr"));
            desktop.context().map().reachModeProperty().set(true);
        });
        camera.takeBoth("map-reach");
        driver.run(() -> {
            desktop.context().map().reachModeProperty().set(false);
            desktop.context().map().selection().clear();
            desktop.context().navigation().viewProperty().set(CentreView.RULES);
        });
        camera.takeBoth("rules");
        String networks = driver.call(() ->
                NetworksFile.of(desktop.context().project().topologyProperty().get(), NetworksFile.Owner.COMPOSE));
        Files.writeString(to.resolve("networks.yml"), networks);
        out.println("bulkhead: the sample, migrated: " + sample);
        camera.taken().forEach(picture -> out.println("bulkhead: " + picture));
    }

    /** Shows the page of a step that is done and of one that is not. */
    private void steps(Desktop desktop, WindowCamera camera) throws TourException {
        for (int step : new int[] {1, 2}) {
            driver.run(() -> ((Button) desktop.window().root().lookup("#path-step-" + step)).fire());
            // what the routes of ports answer comes one after the other
            driver.until(() -> step == 1 || answered(desktop));
            camera.takeBoth("step-" + step);
        }
        driver.run(() -> ((Button) desktop.window().root().lookup("#step-close")).fire());
    }

    private static boolean answered(Desktop desktop) {
        return desktop.window().root().lookup("#step-ports") != null
                && desktop.window().root().lookup(".bh-port-row.bh-asking") == null;
    }

    /** Shows the phases of the second iteration; what the first one left to be deployed goes along. */
    private void phases(Desktop desktop, WindowCamera camera) throws TourException {
        driver.run(() -> desktop.window().wizard().open("2"));
        WizardViewModel wizard = driver.call(
                () -> desktop.window().wizard().wizardProperty().get().orElseThrow());
        ready(wizard, WizardPage.PREFLIGHT);
        Optional<Node> pending =
                driver.call(() -> Optional.ofNullable(desktop.window().root().lookup("#preflight-accept-pending")));
        if (pending.isPresent()) {
            driver.run(() -> ((Button) pending.get()).fire());
            ready(wizard, WizardPage.PREFLIGHT);
        }
        driver.run(wizard::next);
        ready(wizard, WizardPage.QUESTIONS);
        driver.run(wizard::next);
        page(wizard, camera, WizardPage.REVIEW, "wizard-phases");
        driver.run(() -> desktop.window().wizard().close());
    }

    private void look(Desktop desktop, WindowCamera camera, CentreView view, String name) throws TourException {
        driver.run(() -> desktop.context().navigation().viewProperty().set(view));
        camera.take(name);
    }

    /** Shows who reaches whom, and a pair that breaks a rule of the sample. */
    private void reach(Desktop desktop, WindowCamera camera) throws TourException {
        driver.run(() -> {
            desktop.context().navigation().viewProperty().set(CentreView.REACH);
            desktop.context()
                    .map()
                    .select(Set.of(new Element.ServiceElement("cloudflared"), new Element.ServiceElement("bazarr")));
        });
        camera.takeBoth("reach");
        driver.run(() -> desktop.context().map().selection().clear());
    }

    /** Shows the address space, with a network that is in the way of another. */
    private void addresses(Desktop desktop, WindowCamera camera) throws TourException {
        Network taken =
                new Network("lab-net", "lab-net", NetworkOptions.defaults(), List.of(Subnet.of("172.18.4.0/24")));
        driver.run(() -> {
            desktop.context().navigation().viewProperty().set(CentreView.ADDRESSES);
            desktop.context().project().apply(new TopologyEdit.AddNetwork(taken));
            desktop.context().map().select(new Element.NetworkElement("lab-net"));
        });
        camera.takeBoth("addresses");
        driver.run(() -> {
            desktop.context().project().undo();
            desktop.context().map().selection().clear();
        });
    }

    /** Adds a network whose subnet is taken, shows what the checks say and the change as text, and takes it back. */
    private void problems(Desktop desktop, WindowCamera camera) throws TourException {
        Network overlapping =
                new Network("lab-net", "lab-net", NetworkOptions.defaults(), List.of(Subnet.of("172.18.4.0/24")));
        driver.run(() -> {
            desktop.context().project().apply(new TopologyEdit.AddNetwork(overlapping));
            desktop.context().map().select(new Element.NetworkElement("lab-net"));
            desktop.context().navigation().showTab(BottomTab.PROBLEMS);
        });
        camera.takeBoth("problems");
        driver.run(() -> desktop.context().navigation().showTab(BottomTab.DIFF));
        camera.take("diff");
        driver.run(() -> {
            desktop.context().project().undo();
            desktop.context().map().selection().clear();
            desktop.context().navigation().lowerProperty().set(false);
        });
    }

    private void migrate(Desktop desktop, WindowCamera camera) throws TourException, IOException {
        AtomicBoolean held = new AtomicBoolean();
        driver.run(() -> desktop.window().wizard().open("1"));
        WizardViewModel wizard = driver.call(() -> desktop.window()
                .wizard()
                .wizardProperty()
                .get()
                .orElseThrow(() -> new IllegalStateException("the pages did not open")));
        page(wizard, camera, WizardPage.PREFLIGHT, "wizard-preflight");
        driver.run(wizard::next);
        page(wizard, camera, WizardPage.QUESTIONS, "wizard-questions");
        driver.run(wizard::next);
        page(wizard, camera, WizardPage.REVIEW, "wizard-review");
        driver.run(() -> {
            wizard.choices().probation().chosenProperty().set(true);
            wizard.next();
            wizard.apply();
        });
        // held still meanwhile: the camera takes its time, and the practice engine does not
        driver.await("the first operation", wizard.run().fractionProperty().map(done -> {
            boolean begun = done.doubleValue() > 0;
            if (begun && !held.getAndSet(true)) {
                wizard.control().togglePause();
            }
            return begun;
        }));
        camera.takeBoth("wizard-apply");
        driver.run(() -> wizard.control().togglePause());
        driver.await("the end of the run", wizard.run().outcomeProperty().map(Optional::isPresent));
        Node card = driver.call(() -> desktop.window().root().lookup("#probation"));
        driver.await(
                "the first look of the guard",
                driver.call(() -> card.lookup(".bh-probation-numbers").visibleProperty()));
        camera.takeBoth("wizard-confirm");
        driver.run(() -> ((Button) card.lookup("#probation-keep")).fire());
        driver.await("the end of the card", card.visibleProperty().not());
        driver.await("the end of the run", wizard.run().stateProperty().map(RunState.SUCCEEDED::equals));
        driver.run(() -> wizard.show(WizardPage.VERIFY));
        camera.take("wizard-verify");
        driver.run(() -> wizard.show(WizardPage.REPORT));
        camera.takeBoth("wizard-report");
        Optional<RunReport> report =
                driver.call(() -> wizard.run().outcomeProperty().get().flatMap(ended -> ended.report()));
        if (report.isPresent()) {
            Files.writeString(to.resolve("report.md"), ReportMarkdown.write(report.get(), Optional.empty()));
        }
    }

    private void page(WizardViewModel wizard, WindowCamera camera, WizardPage page, String name) throws TourException {
        ready(wizard, page);
        camera.takeBoth(name);
    }

    private void ready(WizardViewModel wizard, WizardPage page) throws TourException {
        driver.await(
                page.title() + " (" + driver.call(() -> wizard.troubleProperty().get()) + ")",
                wizard.pageProperty().flatMap(shown -> wizard.busyProperty().map(busy -> shown == page && !busy)));
    }
}
