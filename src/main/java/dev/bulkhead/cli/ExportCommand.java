package dev.bulkhead.cli;

import dev.bulkhead.compose.export.NetworksFile;
import dev.bulkhead.compose.export.TopologyMermaid;
import dev.bulkhead.files.AtomicFileSet;
import dev.bulkhead.files.FileWrite;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead export}: files for use outside Bulkhead. */
@Command(name = "export", description = "Write networks.yml and pictures of a project into a directory.")
final class ExportCommand extends BulkheadCommand {

    enum What {
        networks("networks.yml"),
        mermaid("topology.mmd"),
        svg("topology.svg");

        private final String file;

        What(String file) {
            this.file = file;
        }
    }

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Option(
            names = "--to",
            paramLabel = "DIR",
            required = true,
            description = "The directory; made if it is not there.")
    private Path to = Path.of("");

    @Option(
            names = "--what",
            split = ",",
            paramLabel = "KIND",
            description = "Any of ${COMPLETION-CANDIDATES}, joined by commas (default: all).")
    private List<What> what = Arrays.asList(What.values());

    @Option(
            names = "--external",
            description = "networks.yml for networks that are created before Compose runs, instead of by it.")
    private boolean external;

    @Option(names = "--force", description = "Replace files that are there already.")
    private boolean force;

    ExportCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        Topology topology = project.load(context()).topology();
        Path directory = to.toAbsolutePath().normalize();
        List<FileWrite> writes = new ArrayList<>();
        for (What kind : what) {
            Path file = directory.resolve(kind.file);
            if (!force && Files.exists(file)) {
                throw new UsageFault(file + " is there already; choose another directory or add --force.");
            }
            writes.add(FileWrite.of(file, text(kind, topology).getBytes(StandardCharsets.UTF_8)));
        }
        write(directory, writes);
        writes.forEach(file -> print("wrote " + file.path()));
        return ExitCodes.FINE;
    }

    private String text(What kind, Topology topology) {
        return switch (kind) {
            case networks ->
                NetworksFile.of(topology, external ? NetworksFile.Owner.OPERATOR : NetworksFile.Owner.COMPOSE);
            case mermaid -> TopologyMermaid.of(topology);
            case svg -> MapPicture.svg(topology);
        };
    }

    private static void write(Path directory, List<FileWrite> writes) throws Exception {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UsageFault(directory + " cannot be made; name a directory you may write to.");
        }
        Path record = directory.resolve(".bulkhead-export");
        new AtomicFileSet(directory, record).write(writes);
        Files.deleteIfExists(record);
    }
}
