package dev.bulkhead.cli;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.cli.options.ShellPath;
import dev.bulkhead.cli.output.PlaybookText;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.migrate.IterationPath;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.project.OwnPlaybooks;
import dev.bulkhead.migrate.project.ProjectRules;
import dev.bulkhead.reach.rules.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bulkhead playbook}: the iterations that there are, and playbooks of the operator's own. */
@Command(
        name = "playbook",
        description = "The playbooks that iterations are made of, and your own.",
        footer = {
            "playbook list [PATH]      those that come with Bulkhead, then the project's own",
            "playbook show ID [PATH]   what one asks and does",
            "playbook check FILE...    whether files can be used, as carefully as a run",
            "playbook new FILE         begin one of your own",
            "PATH is a project; without it, the one of this directory counts."
        })
final class PlaybookCommand extends BulkheadCommand {

    private static final String TEMPLATE = "/assets/playbooks/template.yml";

    private static final String RIGHT = "write playbook list [PATH], show ID [PATH], check FILE... or new FILE.";

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "What is wanted, as below.")
    private List<String> words = List.of();

    PlaybookCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        if (words.isEmpty()) {
            throw new UsageException("playbook is not told what is wanted; " + RIGHT);
        }
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "list" -> list(atMost(rest, 1).stream().findFirst());
            case "show" -> show(atMost(rest, 2));
            case "check" -> check(atLeast(rest));
            case "new" -> begin(Path.of(atMost(atLeast(rest), 1).getFirst()));
            default -> throw new UsageException("playbook has no '" + words.getFirst() + "'; " + RIGHT);
        };
    }

    private List<String> atLeast(List<String> rest) throws UsageException {
        if (rest.isEmpty()) {
            throw new UsageException("playbook " + words.getFirst() + " names nothing; " + RIGHT);
        }
        return rest;
    }

    private List<String> atMost(List<String> rest, int number) throws UsageException {
        if (rest.size() > number) {
            throw new UsageException(
                    "playbook " + words.getFirst() + " has no use for '" + rest.get(number) + "'; " + RIGHT);
        }
        return rest;
    }

    private int list(Optional<String> project) throws Exception {
        IterationPath path = path(project);
        print(PlaybookText.list(path.iterations(), path.skipped()));
        path.fault().ifPresent(fault -> say("The project's own playbooks are not listed: " + fault));
        return path.fault().isPresent() ? ExitCodes.FINDINGS : ExitCodes.FINE;
    }

    private int show(List<String> rest) throws Exception {
        String id = atLeast(rest).getFirst();
        print(PlaybookText.of(path(rest.stream().skip(1).findFirst()).playbook(id)));
        return ExitCodes.FINE;
    }

    private int check(List<String> files) throws Exception {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String file : files) {
            texts.put(file.replace('\\', '/'), text(Path.of(file)));
        }
        for (Playbook playbook :
                IterationPath.read(texts, beside(files), context().knowledge().read())) {
            print(PlaybookText.summary(playbook));
        }
        return ExitCodes.FINE;
    }

    /** Returns what the project in whose folder files lie lists beside them, if there is one. */
    private Map<String, Playbook> beside(List<String> names) {
        List<Path> files =
                names.stream().map(name -> Path.of(name).toAbsolutePath()).toList();
        Path folder = files.getFirst().getParent();
        while (folder != null && !Files.exists(folder.resolve(Rules.FILE))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            return Map.of();
        }
        try {
            ComposeProject project = project(folder.toString());
            return OwnPlaybooks.readable(
                    context().files(), project, ProjectRules.read(context().files(), project), files);
        } catch (ComposeException | MigrationException noProject) {
            return Map.of();
        }
    }

    private int begin(Path file) throws UsageException {
        try (InputStream in = PlaybookCommand.class.getResourceAsStream(TEMPLATE)) {
            String template = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectory(folder); // one, and not whatever a slip of the pen would make
            }
            Files.writeString(file, template, StandardOpenOption.CREATE_NEW);
        } catch (NoSuchFileException e) {
            throw new UsageException("There is no folder for that of " + file + "; make it first.");
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(file + " is there already and stays as it is; name a file that is not there yet.");
        } catch (IOException e) {
            throw new UsageException(file + " cannot be written: " + e.getMessage() + ".");
        }
        say("Written: " + file + ". List it under playbooks: in bulkhead.yml; bulkhead playbook check " + file
                + " says whether it can be used.");
        return ExitCodes.FINE;
    }

    /** Without a path, the project where the shell stands counts, if there is one. */
    private IterationPath path(Optional<String> project) throws Exception {
        CatalogueAndPlaybooks bundled = context().knowledge().read();
        try {
            return IterationPath.of(context().files(), project(project.orElse("")), bundled);
        } catch (ComposeException noProject) {
            if (project.isEmpty()) {
                return IterationPath.builtIn(bundled);
            }
            throw noProject;
        }
    }

    private ComposeProject project(String path) throws ComposeException {
        ComposeRequest plain =
                ComposeRequest.of(ShellPath.of(Path.of(path), context().environment()));
        return new ComposeLoader(context().files())
                .load(new ComposeRequest(
                        plain.path(),
                        plain.files(),
                        plain.projectName(),
                        plain.envFiles(),
                        plain.profiles(),
                        context().environment()));
    }

    private static String text(Path file) throws UsageException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UsageException("There is no file " + file + ".");
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read as text: " + e.getMessage() + ".");
        }
    }
}
