package dev.bulkhead.cli;

import dev.bulkhead.check.stack.make.StackFiles;
import dev.bulkhead.check.stack.make.StackMaking;
import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.options.ProjectOptions;
import dev.bulkhead.cli.options.TargetDirectory;
import dev.bulkhead.cli.output.MapPicture;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.export.NetworksFile;
import dev.bulkhead.compose.export.NetworksScript;
import dev.bulkhead.compose.export.OverrideFile;
import dev.bulkhead.compose.export.ResolvedFile;
import dev.bulkhead.compose.export.Runbook;
import dev.bulkhead.compose.export.TopologyMermaid;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.FileWrite;
import dev.bulkhead.topology.Topology;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead export}: files for use outside Bulkhead. */
@Command(
        name = "export",
        description =
                "Write networks.yml, an override, one resolved file, a runbook, a stack or pictures of a project.",
        footer = "Secrets are never exported, and values of environment variables only with a stack.")
final class ExportCommand extends BulkheadCommand {

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Mixin
    private TargetDirectory target = new TargetDirectory();

    @Option(
            names = "--what",
            split = ",",
            paramLabel = "KIND",
            description = "Any of ${COMPLETION-CANDIDATES}, joined by commas (default: all but stack and png).")
    private List<ExportKind> what = ExportKind.usual();

    @Option(
            names = "--base",
            paramLabel = "OTHER_PATH",
            description = "Override and runbook lead from this state of the project to PATH"
                    + " (default: they state all networks of PATH).")
    private @Nullable Path base;

    @Option(
            names = "--external",
            description = "networks.yml for networks that are created before Compose runs, instead of by it, and the"
                    + " script create-networks.sh that creates them.")
    private boolean external;

    @Option(
            names = "--vip",
            description =
                    "Names of a stack's services answer with one address for all tasks, which needs IPVS on each host"
                            + " (default: with the addresses of the tasks, as with Compose).")
    private boolean vip;

    @Option(names = "--force", description = "Replace files that are there already.")
    private boolean force;

    ExportCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        ComposeProject read = project.load(context());
        List<Path> files = what.stream()
                .distinct()
                .flatMap(kind -> files(kind).stream())
                .map(target.path()::resolve)
                .toList();
        if (!force) {
            target.requireFree(files);
        }
        Optional<Topology> before = before(read);
        List<byte[]> contents = new ArrayList<>();
        for (ExportKind kind : what.stream().distinct().toList()) {
            contents.addAll(contents(kind, read, before));
        }
        List<FileWrite> writes = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            writes.add(FileWrite.of(files.get(i), contents.get(i)));
        }
        target.write(writes);
        files.forEach(file -> print("wrote " + file));
        return ExitCodes.FINE;
    }

    private List<String> files(ExportKind kind) {
        return kind == ExportKind.networks && external
                ? List.of(kind.files().getFirst(), NetworksScript.FILE)
                : kind.files();
    }

    private Optional<Topology> before(ComposeProject read) throws Exception {
        if (base == null) {
            return Optional.empty();
        }
        ComposeRequest request = new ComposeRequest(
                base,
                List.of(),
                Optional.of(read.topology().project()),
                List.of(),
                List.copyOf(read.activeProfiles()),
                context().environment());
        return Optional.of(new ComposeLoader(context().files())
                .load(request)
                .requireSound()
                .topology());
    }

    private List<byte[]> contents(ExportKind kind, ComposeProject read, Optional<Topology> before) throws Exception {
        Topology topology = read.topology();
        return switch (kind) {
            case networks ->
                external
                        ? text(
                                NetworksFile.of(topology, NetworksFile.Owner.OPERATOR),
                                NetworksScript.of(
                                        topology.project(), topology.networks().values()))
                        : text(NetworksFile.of(topology, NetworksFile.Owner.COMPOSE));
            case override ->
                text(before.map(was -> OverrideFile.between(was, topology))
                        .orElseGet(() -> OverrideFile.pinning(topology)));
            case compose -> text(ResolvedFile.of(new ComposeLoader(context().files()).resolve(read.request())));
            case runbook -> {
                Runbook runbook =
                        before.map(was -> Runbook.between(was, topology)).orElseGet(() -> Runbook.of(topology));
                yield text(runbook.script(), runbook.markdown());
            }
            case stack ->
                text(StackFiles.of(read, context().files(), target.path(), new StackMaking.Wishes(vip))
                        .toArray(String[]::new));
            case mermaid -> text(TopologyMermaid.of(topology));
            case svg -> text(MapPicture.svg(topology));
            case pdf -> List.of(MapPicture.pdf(topology));
            case drawio -> text(MapPicture.drawio(topology));
            case png -> List.of(context().window().png(topology));
        };
    }

    private static List<byte[]> text(String... texts) {
        List<byte[]> contents = new ArrayList<>();
        for (String text : texts) {
            contents.add(text.getBytes(StandardCharsets.UTF_8));
        }
        return contents;
    }

    /** Kinds of files that can be exported. The constants are the words of the command line. */
    enum ExportKind {
        networks,
        override,
        compose,
        runbook,
        /** Says what is to be exchanged, so it is made only when it is asked for. */
        stack,
        mermaid,
        svg,
        pdf,
        drawio,
        /** Needs the window's toolkit, so it is made only when it is asked for. */
        png;

        /** Returns the names of its files. */
        List<String> files() {
            return switch (this) {
                case networks -> List.of("networks.yml");
                case override -> List.of("networks.override.yml");
                case compose -> List.of("compose.resolved.yml");
                case runbook -> List.of("runbook.sh", "runbook.md");
                case stack -> StackFiles.NAMES;
                case mermaid -> List.of("topology.mmd");
                case svg -> List.of("topology.svg");
                case pdf -> List.of("topology.pdf");
                case drawio -> List.of("topology.drawio");
                case png -> List.of("topology.png");
            };
        }

        /** Returns what is made when nothing is asked for by name. */
        static List<ExportKind> usual() {
            return Arrays.stream(values())
                    .filter(kind -> kind != png && kind != stack)
                    .toList();
        }
    }
}
