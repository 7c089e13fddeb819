package dev.bulkhead.app;

import dev.bulkhead.app.engine.EngineMaker;
import dev.bulkhead.app.engine.EngineProjects;
import dev.bulkhead.app.engine.ProjectEngine;
import dev.bulkhead.app.engine.SampleCopies;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.MaskedEngine;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.Picture;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.restore.StateDirectory;
import dev.bulkhead.ui.canvas.model.CatalogueHints;
import dev.bulkhead.ui.live.EngineChoice;
import dev.bulkhead.ui.shell.context.OpenedProject;
import dev.bulkhead.ui.shell.context.ProjectOpener;
import dev.bulkhead.ui.words.Words;
import dev.bulkhead.workspace.LayoutStore;
import dev.bulkhead.workspace.ProjectDirectory;
import dev.bulkhead.workspace.RulesFile;
import dev.bulkhead.workspace.TopologyDocument;
import dev.bulkhead.workspace.unsaved.UnsavedStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opener of projects with their engine, their iterations and their places on the map. */
final class Projects implements ProjectOpener {

    private static final Logger LOG = LoggerFactory.getLogger(Projects.class);

    private final Path samples;
    private final EngineMaker engines;
    private final Optional<EngineChoice> stated;
    private final Supplier<EngineChoice> preferred;
    private final InstantSource clock;
    private final Map<String, String> environment;

    /**
     * Opens projects.
     *
     * @param samples where copies of the samples go; beside it, in {@code unsaved}, edits are kept that are not saved yet
     * @param stated the engine that was asked for at the start; else samples practise and projects take the standard one
     * @param environment what interpolation sees
     */
    Projects(
            Path samples,
            EngineMaker engines,
            Optional<EngineChoice> stated,
            InstantSource clock,
            Map<String, String> environment) {
        this(samples, engines, stated, EngineChoice.Standard::new, clock, environment);
    }

    private Projects(
            Path samples,
            EngineMaker engines,
            Optional<EngineChoice> stated,
            Supplier<EngineChoice> preferred,
            InstantSource clock,
            Map<String, String> environment) {
        this.samples = samples;
        this.engines = engines;
        this.stated = stated;
        this.preferred = preferred;
        this.clock = clock;
        this.environment = Map.copyOf(environment);
    }

    /** Returns the same opener with another engine for projects where none was asked for at the start. */
    Projects preferring(Supplier<EngineChoice> engine) {
        return new Projects(samples, engines, stated, engine, clock, environment);
    }

    @Override
    public List<String> samples() {
        return SampleCopies.ALL;
    }

    @Override
    public Path sample(String key) throws ComposeException {
        try {
            return SampleCopies.workingCopy(key, samples);
        } catch (IOException e) {
            throw new ComposeException(Words.of("projects.the-sample-cannot-be-copied", samples, e.getMessage()));
        }
    }

    @Override
    public List<Path> importFrom(EngineChoice engine, Path folder) throws ComposeException {
        // Only the practice engine needs something to play.
        ComposeProject played =
                new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(sample(SampleCopies.FIRST)));
        return EngineProjects.write(engines, engine, played, folder);
    }

    @Override
    public OpenedProject open(Path path) throws ComposeException {
        Path absolute = path.toAbsolutePath().normalize();
        ComposeRequest plain = ComposeRequest.of(absolute);
        ComposeRequest request = new ComposeRequest(
                plain.path(), plain.files(), plain.projectName(), plain.envFiles(), plain.profiles(), environment);
        TopologyDocument document = TopologyDocument.open(request, new DiskFileTree());
        ComposeProject project = document.project();
        ProjectDirectory directory = ProjectDirectory.of(project.directory());
        // The files may be edited until another engine is chosen: the practice engine then plays them as they are.
        ProjectEngine engine = new ProjectEngine(
                firstChoice(absolute), statedHosts(project), choice -> engines.connect(choice, document.project()));
        // Asked by runs on other threads; the document itself belongs to the window's.
        AtomicBoolean unsaved = new AtomicBoolean();
        document.onChange(change -> unsaved.set(document.dirty()));
        CatalogueAndPlaybooks knowledge = knowledge();
        MigrationContext context = new MigrationContext(
                request,
                new DiskFileTree(),
                MaskedEngine.of(engine.engine(), project.secrets()),
                new State(directory),
                clock,
                unsaved::get);
        LayoutStore layout = new LayoutStore(directory);
        Migration migration = new Migration(context, knowledge);
        return new OpenedProject(
                absolute,
                document,
                engine,
                migration,
                new ChosenGuards(request, engine, migration),
                new OpenedProject.Places(
                        positions(layout),
                        positions -> keep(layout, positions),
                        layout.picture(),
                        picture -> keepPicture(layout, picture)),
                new CatalogueHints(knowledge.catalogue()),
                new UnsavedStore(samples.resolveSibling("unsaved"), project.directory(), UnsavedStore.Owner.current()));
    }

    private EngineChoice firstChoice(Path path) {
        return stated.orElseGet(() -> path.startsWith(samples) ? new EngineChoice.Practice() : preferred.get());
    }

    /** A rules file that cannot be read names no hosts; what is wrong with it the checks tell. */
    private static List<EngineChoice.Named> statedHosts(ComposeProject project) {
        try {
            return RulesFile.read(new DiskFileTree(), project, Optional.empty()).hosts().stream()
                    .map(host -> new EngineChoice.Named(host.name(), host.address()))
                    .toList();
        } catch (ComposeException fault) {
            LOG.warn("No hosts are known by name: {}", fault.getMessage());
            return List.of();
        }
    }

    private static CatalogueAndPlaybooks knowledge() throws ComposeException {
        try {
            return CatalogueAndPlaybooks.bundled();
        } catch (MigrationException e) {
            throw new ComposeException(String.valueOf(e.getMessage()));
        }
    }

    private static LayoutPositions positions(LayoutStore store) {
        try {
            return store.read();
        } catch (IOException e) {
            LOG.warn("{}", e.getMessage());
            return LayoutPositions.EMPTY;
        }
    }

    private static void keep(LayoutStore store, LayoutPositions positions) {
        try {
            store.write(positions);
        } catch (IOException e) {
            LOG.warn("The places on the map were not kept: {}", e.getMessage());
        }
    }

    private static void keepPicture(LayoutStore store, Picture picture) {
        try {
            store.write(picture);
        } catch (IOException e) {
            LOG.warn("The choice of a picture was not kept: {}", e.getMessage());
        }
    }

    /** A project's own directory as iterations see it. */
    private record State(ProjectDirectory directory) implements StateDirectory {
        @Override
        public Path path() {
            return directory.path();
        }

        @Override
        public void create() throws IOException {
            directory.create();
        }
    }
}
