package dev.bulkhead.cli.edit;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.cli.options.ProjectOptions;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.UnifiedDiff;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.workspace.RenamedReferences;
import dev.bulkhead.workspace.SaveResult;
import dev.bulkhead.workspace.TopologyDocument;
import dev.bulkhead.workspace.element.ServiceRenaming;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead edit}: changes of a project's files, printed or written. */
@Command(
        name = "edit",
        description = "Change networks, memberships, published ports and fields in a project's own files.",
        footer = "All edits of one command are one change: all of them or none. Without --write nothing is written.")
public final class EditCommand extends BulkheadCommand {

    /** An edit that may depend on what the ones before it made of the project. */
    @FunctionalInterface
    private interface Wanted {
        ProjectEdit in(Topology before) throws UsageException, EditRejectedException;
    }

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    private final List<Wanted> wanted = new ArrayList<>();

    @Option(names = "--diff", description = "Print the change as a unified diff and write nothing (the default).")
    private boolean diff;

    @Option(names = "--write", description = "Write the change.")
    private boolean write;

    @Option(
            names = "--force",
            description =
                    "Write a change that adds an error as well, such as one that the engine will refuse; never one"
                            + " after which the files could not be read.")
    private boolean force;

    /** Makes the command of a command line. */
    public EditCommand(CliContext context) {
        super(context);
    }

    // Options as methods, so that edits keep the order in which they were written.

    @Option(names = "--attach", paramLabel = "SERVICE=NETWORK[,ip=..][,alias=..]", description = "Attach a service.")
    void attach(List<String> texts) {
        latest(texts, text -> before -> EditGrammar.attach(text));
    }

    @Option(names = "--detach", paramLabel = "SERVICE=NETWORK", description = "Detach a service.")
    void detach(List<String> texts) {
        latest(texts, text -> before -> EditGrammar.detach(text));
    }

    @Option(
            names = "--add-network",
            paramLabel = "NAME[,subnet=..][,internal][,external]",
            description = "Declare a network.")
    void addNetwork(List<String> texts) {
        latest(texts, text -> before -> EditGrammar.addNetwork(text).in(before.project()));
    }

    @Option(names = "--remove-network", paramLabel = "NAME", description = "Remove a network without members.")
    void removeNetwork(List<String> texts) {
        latest(texts, text -> before -> new TopologyEdit.RemoveNetwork(text));
    }

    @Option(names = "--rename-network", paramLabel = "OLD=NEW", description = "Rename a network everywhere.")
    void renameNetwork(List<String> texts) {
        latest(texts, text -> before -> EditGrammar.rename(text));
    }

    @Option(
            names = "--rename-service",
            paramLabel = "OLD=NEW",
            description =
                    "Rename a service everywhere: what waits for it, shares its network or names it as a host follows.")
    void renameService(List<String> texts) {
        latest(texts, text -> before -> EditGrammar.renameService(text));
    }

    @Option(names = "--publish", paramLabel = "SERVICE=PORT", description = "Publish a port.")
    void publish(List<String> texts) {
        latest(texts, text -> before -> EditGrammar.publish(text));
    }

    @Option(names = "--unpublish", paramLabel = "SERVICE=PORT", description = "Take a published port away.")
    void unpublish(List<String> texts) {
        latest(texts, text -> before -> EditGrammar.unpublish(text));
    }

    @Option(
            names = "--set-subnet",
            paramLabel = "NETWORK=CIDR",
            description = "Move a network to another subnet; addresses chosen in the old one keep their host part.")
    void setSubnet(List<String> texts) {
        latest(texts, text -> before -> EditGrammar.setSubnet(text, before));
    }

    @Option(
            names = "--set",
            paramLabel = "SERVICE.PATH=VALUE",
            description = "Set any field of a service, for instance web.deploy.resources.limits.memory=512m.")
    void set(List<String> texts) {
        latest(texts, text -> before -> FieldGrammar.set(text, before));
    }

    @Option(
            names = "--unset",
            paramLabel = "SERVICE.PATH",
            description = "Take any field of a service away, for instance web.labels.traefik.enable.")
    void unset(List<String> texts) {
        latest(texts, text -> before -> FieldGrammar.unset(text, before));
    }

    @FunctionalInterface
    private interface Reading {
        Wanted of(String text);
    }

    /** Picocli hands over the whole list each time; the last one is new. */
    private void latest(List<String> texts, Reading reading) {
        if (!texts.isEmpty()) {
            wanted.add(reading.of(texts.getLast()));
        }
    }

    @Override
    public Integer call() throws Exception {
        if (wanted.isEmpty()) {
            throw new UsageException(
                    "There is nothing to edit; name at least one change, for instance --attach SERVICE=NETWORK.");
        }
        if (diff && write) {
            throw new UsageException("--diff writes nothing and --write does; choose one of them.");
        }
        ComposeProject read = project.load(context());
        TopologyDocument document =
                TopologyDocument.open(project.request(context()), context().files());
        EditJudgement judgement = new EditJudgement(context(), read);
        Map<String, String> renamed = new LinkedHashMap<>();
        List<String> left = applyAll(document, renamed);
        EditJudgement.Difference difference = judgement.of(document, renamed);
        if (!write) {
            print(read.secrets().and(document.project().secrets()).mask(UnifiedDiff.of(document.pendingChanges())));
        }
        left.forEach(this::say);
        boolean refused = write && difference.addsError() && !force;
        if (!write || refused) {
            print(difference.text());
        }
        if (!write) {
            return difference.addsError() ? ExitCodes.FINDINGS : ExitCodes.FINE;
        }
        if (refused) {
            say("bulkhead: Nothing was written, for the change adds an error; --force writes it all the same.");
            return ExitCodes.FINDINGS;
        }
        int code = save(document, read.directory());
        if (code == ExitCodes.FINE) {
            print(difference.text());
        }
        return code == ExitCodes.FINE && difference.addsError() ? ExitCodes.FINDINGS : code;
    }

    /**
     * All edits are one change, in whatever order they were written: one that does not fit yet waits for those behind it.
     * Returns what was left behind, for the operator.
     *
     * @param names takes the names of networks that are renamed, with what takes their place
     */
    private List<String> applyAll(TopologyDocument document, Map<String, String> names) throws Exception {
        List<String> left = new ArrayList<>();
        List<Wanted> waiting = new ArrayList<>(wanted);
        while (!waiting.isEmpty()) {
            Optional<EditRejectedException> refused = Optional.empty();
            List<Wanted> next = new ArrayList<>();
            for (Wanted one : waiting) {
                try {
                    Topology before = document.project().topology();
                    ProjectEdit edit = one.in(before);
                    left.addAll(apply(document, edit));
                    if (edit instanceof TopologyEdit.RenameNetwork renamed) {
                        names.put(renamed.network(), renamed.newKey());
                        names.put(
                                realName(before, renamed.network()),
                                realName(document.project().topology(), renamed.newKey()));
                    } else if (edit instanceof FieldEdit.RenameService renamed) {
                        names.put(renamed.target().key(), renamed.newKey());
                    }
                } catch (EditRejectedException notYet) {
                    refused = refused.or(() -> Optional.of(notYet));
                    next.add(one);
                }
            }
            if (next.size() == waiting.size()) {
                throw told(refused.orElseThrow());
            }
            waiting = next;
        }
        return left;
    }

    /** Does an edit, and what follows a new name; returns what was left behind. */
    private static List<String> apply(TopologyDocument document, ProjectEdit edit)
            throws EditRejectedException, IOException {
        return switch (edit) {
            case TopologyEdit.RenameNetwork(String old, String fresh) -> {
                RenamedReferences renamed = RenamedReferences.of(document.workingCopy(), old, fresh);
                document.apply(renamed.edit());
                yield renamed.left();
            }
            case FieldEdit.RenameService(Element.ServiceElement old, String fresh) -> {
                ServiceRenaming renamed =
                        ServiceRenaming.of(document.project().topology(), document.rulesText(), old.key(), fresh);
                document.apply(renamed.edit());
                yield renamed.left();
            }
            case ProjectEdit other -> {
                document.apply(other);
                yield List.of();
            }
        };
    }

    private static String realName(Topology topology, String network) {
        return topology.network(network).map(Network::name).orElse(network);
    }

    /** Who forces something is told why that changes nothing here: each change is checked by reading the files anew. */
    private EditRejectedException told(EditRejectedException refused) {
        return force
                ? new EditRejectedException(refused.getMessage()
                        + " --force does not help here: it writes what adds an error, as long as the files can be read and say"
                        + " this change and nothing else; change them by hand if you want them so.")
                : refused;
    }

    private int save(TopologyDocument document, Path directory) {
        return switch (document.save()) {
            case SaveResult.Saved(List<Path> files) -> {
                files.forEach(file -> print("wrote " + directory.relativize(file)));
                yield ExitCodes.FINE;
            }
            case SaveResult.ConflictOnDisk(List<SaveResult.DiskConflict> conflicts) -> {
                conflicts.forEach(c -> say("bulkhead: " + c.name()
                        + " changed on disk while it was edited; nothing was written, run the command again."));
                yield ExitCodes.BAD_INPUT;
            }
            case SaveResult.Failed(String sentence) -> {
                say("bulkhead: " + sentence);
                yield ExitCodes.BAD_INPUT;
            }
        };
    }
}
