package dev.bulkhead.app.engine;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.files.AtomicFileSet;
import dev.bulkhead.files.FileWrite;
import dev.bulkhead.files.FileWriteException;
import dev.bulkhead.ui.live.EngineChoice;
import dev.bulkhead.ui.words.Words;
import dev.bulkhead.workspace.imported.EngineImport;
import dev.bulkhead.workspace.imported.ImportChoices;
import dev.bulkhead.workspace.imported.ImportedFile;
import dev.bulkhead.workspace.imported.ImportedProject;
import dev.bulkhead.workspace.imported.SecretPlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compose projects that make again what an engine runs, written into a folder. */
public final class EngineProjects {

    private static final String OWNER_ONLY = "rw-------";

    private EngineProjects() {}

    /**
     * Writes the projects of an engine, several into a folder each, and returns where they are; a file that is there is never
     * replaced.
     *
     * @param played what the practice engine plays
     * @throws ComposeException if that cannot be done, with a sentence for the operator; nothing was written
     */
    public static List<Path> write(EngineMaker engines, EngineChoice choice, ComposeProject played, Path folder)
            throws ComposeException {
        List<ImportedProject> found = of(engines, choice, played, String.valueOf(folder.getFileName()));
        if (found.isEmpty()) {
            throw new ComposeException(Words.of("engineprojects.the-engine-has-no-containers"));
        }
        List<Path> homes = new ArrayList<>();
        List<FileWrite> writes = new ArrayList<>();
        for (ImportedProject project : found) {
            Path home = found.size() == 1 ? folder : folder.resolve(project.name());
            homes.add(home);
            for (ImportedFile file : project.files()) {
                Path path = home.resolve(file.name());
                if (Files.exists(path)) {
                    throw new ComposeException(Words.of("engineprojects.is-there-already-choose-another", path));
                }
                writes.add(new FileWrite(
                        path,
                        Optional.of(file.text().getBytes(StandardCharsets.UTF_8)),
                        file.confidential() ? Optional.of(OWNER_ONLY) : Optional.empty()));
            }
        }
        try {
            Files.createDirectories(folder);
            Path record = folder.resolve(".bulkhead-import");
            new AtomicFileSet(folder, record).write(writes);
            Files.deleteIfExists(record);
        } catch (IOException | FileWriteException failed) {
            throw new ComposeException(
                    Words.of("engineprojects.nothing-was-imported-into", folder, failed.getMessage()));
        }
        return homes;
    }

    private static List<ImportedProject> of(
            EngineMaker engines, EngineChoice choice, ComposeProject played, String directory) throws ComposeException {
        try (Engine engine = engines.connect(choice, played)) {
            return EngineImport.of(
                    engine.observer().details(),
                    engine.observer().info().pools(),
                    new ImportChoices(Optional.empty(), directory, SecretPlace.ENV, false));
        } catch (EngineException failed) {
            throw new ComposeException(String.valueOf(failed.getMessage()));
        }
    }
}
