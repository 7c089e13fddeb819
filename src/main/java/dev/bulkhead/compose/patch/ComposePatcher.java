package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.patch.field.FieldPatcher;
import dev.bulkhead.compose.patch.field.PublishPatcher;
import dev.bulkhead.compose.patch.field.RemoveElementPatcher;
import dev.bulkhead.compose.patch.field.UnpublishPatcher;
import dev.bulkhead.compose.patch.field.WantedModel;
import dev.bulkhead.compose.patch.network.AddNetworkPatcher;
import dev.bulkhead.compose.patch.network.AttachPatcher;
import dev.bulkhead.compose.patch.network.DetachPatcher;
import dev.bulkhead.compose.patch.network.RenameNetworkPatcher;
import dev.bulkhead.compose.patch.network.RenumberPatcher;
import dev.bulkhead.compose.patch.network.SubnetPatcher;
import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.value.ValuePatcher;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.FieldElement;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Patcher of projects: turns an edit into the smallest change of the files that the project was read from.
 *
 * <p>Each kind of edit knows attempts to change the text, the smallest first. The first one whose result reads back as
 * exactly the topology that the edit asks for is taken; when none does, the edit is refused.
 */
public final class ComposePatcher {

    private final FileTree files;

    /** Patches projects whose files stand in the given tree. */
    public ComposePatcher(FileTree files) {
        this.files = files;
    }

    /**
     * Returns what an edit does to the files; nothing is written.
     *
     * @param project the project as last read; its own text counts where it differs from the tree's
     * @throws EditRejectedException if the edit does not fit the topology, or if no change of the text gives exactly the
     *     topology that the edit asks for
     */
    public Patch patch(ComposeProject project, ProjectEdit edit) throws EditRejectedException {
        return switch (edit) {
            case ProjectEdit.Series series -> inTurn(project, series.edits());
            case TopologyEdit.Batch batch -> inTurn(project, batch.edits());
            case TopologyEdit.Renumber renumber -> renumber(project, renumber);
            case TopologyEdit one -> single(project, one);
            case FieldEdit field -> field(project, field);
            case FileEdit file -> new FilePatcher(project, files).patch(file);
        };
    }

    /** All values at once is one reading of the result; values that need different attempts are changed one by one. */
    private Patch renumber(ComposeProject project, TopologyEdit.Renumber edit) throws EditRejectedException {
        try {
            return single(project, edit);
        } catch (EditRejectedException together) {
            if (edit.moves().size() < 2) {
                throw together;
            }
            List<TopologyEdit> parts = new ArrayList<>();
            edit.moves().forEach(move -> parts.add(new TopologyEdit.Renumber(edit.network(), List.of(move))));
            return inTurn(project, parts);
        }
    }

    private Patch inTurn(ComposeProject project, List<? extends ProjectEdit> parts) throws EditRejectedException {
        PatchSum sum = new PatchSum(project, files);
        List<ProjectEdit> ordered = EditRounds.of(parts);
        int most = ordered.size();
        for (int done = 0; done < ordered.size(); ) {
            ComposePatcher patcher = new ComposePatcher(sum.files());
            List<TopologyEdit> round = EditRounds.next(ordered, done, most);
            Optional<Patch> together = round.size() < 2 ? Optional.empty() : patcher.together(sum.project(), round);
            if (together.isPresent()) {
                sum.add(together.get());
                done += round.size();
                most = 2 * round.size();
            } else if (round.size() < 2) {
                sum.add(patcher.patch(sum.project(), ordered.get(done++)));
                most = round.isEmpty() ? most : 2;
            } else {
                most = round.size() / 2;
            }
        }
        return sum.patch();
    }

    /**
     * Edits of one kind of as many services, verified by one reading; empty where what is thought of first does not do for
     * all of them.
     */
    private Optional<Patch> together(ComposeProject project, List<TopologyEdit> round) throws EditRejectedException {
        ProjectSources text = ProjectSources.of(project);
        Topology wanted = project.topology();
        Draft all = Draft.EMPTY;
        List<String> notes = new ArrayList<>();
        try {
            for (TopologyEdit edit : round) {
                wanted = edit.apply(wanted);
                List<Draft.Attempt> attempts = attempts(text, edit);
                if (attempts.isEmpty()) {
                    return Optional.empty();
                }
                Draft draft = attempts.getFirst().draft();
                if (!draft.others().isEmpty() || all.overlaps(draft)) {
                    return Optional.empty();
                }
                draft.note().ifPresent(notes::add);
                all = all.and(draft);
            }
            Meaning meaning = new Meaning.OfTopology(project, wanted, round.getFirst());
            Patch patch = new Verification(project, files, meaning).verify(all);
            return Optional.of(new Patch(patch.changes(), notes, patch.after()));
        } catch (EditRejectedException refused) {
            return Optional.empty(); // each by itself tells which of them, and why
        }
    }

    private Patch single(ComposeProject project, TopologyEdit edit) throws EditRejectedException {
        Topology wanted = edit.apply(project.topology());
        if (wanted.equals(project.topology())) {
            return new Patch(List.of(), List.of(), project);
        }
        Meaning meaning = new Meaning.OfTopology(project, wanted, edit);
        return first(project, edit, meaning, attempts(ProjectSources.of(project), edit));
    }

    private Patch field(ComposeProject project, FieldEdit edit) throws EditRejectedException {
        ResolvedProject before = resolved(project);
        WantedModel wanted = new WantedModel(before, files, edit);
        if (wanted.difference(before).isEmpty()) {
            return new Patch(List.of(), List.of(), project);
        }
        ProjectSources text = ProjectSources.of(project);
        return first(
                project,
                edit,
                new Meaning.OfField(wanted),
                new FieldPatcher(text, new ValuePatcher(text, files), wanted, edit).attempts());
    }

    private ResolvedProject resolved(ComposeProject project) throws EditRejectedException {
        Map<Path, byte[]> texts = new HashMap<>();
        project.files().forEach(f -> texts.put(f.path(), f.text().getBytes(StandardCharsets.UTF_8)));
        try {
            return new ComposeLoader(new OverlayFileTree(files, texts)).resolveWithProblems(project.request());
        } catch (ComposeException unreadable) {
            throw new EditRejectedException(String.valueOf(unreadable.getMessage()));
        }
    }

    /** Returns the first attempt that means what it has to. */
    private Patch first(ComposeProject project, ProjectEdit edit, Meaning meaning, List<Draft.Attempt> attempts)
            throws EditRejectedException {
        Verification verification = new Verification(project, files, meaning);
        List<String> reasons = new ArrayList<>();
        for (Draft.Attempt attempt : attempts) {
            try {
                return verification.verify(attempt.draft());
            } catch (EditRejectedException refused) {
                reasons.add(String.valueOf(refused.getMessage()));
            }
        }
        // The first attempt is the one that the operator thinks of.
        String reason = reasons.isEmpty()
                ? "no place in the project's files states it; change it by hand where it comes from."
                : reasons.getFirst();
        throw new EditRejectedException("Cannot " + edit.describe() + ": " + reason);
    }

    private List<Draft.Attempt> attempts(ProjectSources text, TopologyEdit edit) throws EditRejectedException {
        Topology before = text.project().topology();
        return switch (edit) {
            case TopologyEdit.Attach attach ->
                new AttachPatcher(text, service(before, attach.service()), attach.attachment()).attempts();
            case TopologyEdit.Detach(String service, String network) ->
                new DetachPatcher(text, service(before, service), network).attempts();
            case TopologyEdit.AddNetwork add -> new AddNetworkPatcher(text, files, add).attempts();
            case TopologyEdit.RemoveNetwork(String network) ->
                new RemoveElementPatcher(text, "networks", network).attempts();
            case TopologyEdit.RenameNetwork rename -> new RenameNetworkPatcher(text, rename).attempts();
            case TopologyEdit.SetSubnet(String network, String cidr) ->
                new SubnetPatcher(text, new ValuePatcher(text, files), network, cidr).attempts();
            case TopologyEdit.Renumber renumber ->
                new RenumberPatcher(text, new ValuePatcher(text, files), renumber).attempts();
            case TopologyEdit.SetInternal(String network, boolean internal) ->
                asField(
                        text,
                        Element.network(network).field("internal"),
                        new FieldValue.Literal(Boolean.toString(internal)));
            case TopologyEdit.Publish(String service, var port) ->
                new PublishPatcher(text, service(before, service), port).attempts();
            case TopologyEdit.Unpublish(String service, var port) ->
                new UnpublishPatcher(text, service(before, service), port).attempts();
            case TopologyEdit.SetEnvironment(String service, String name, String value) ->
                asField(text, Element.service(service).field("environment", name), new FieldValue.Text(value));
            case TopologyEdit.SetLabel(String service, String name, String value) ->
                asField(text, Element.service(service).field("labels", name), new FieldValue.Text(value));
            case TopologyEdit.Batch _ ->
                throw new IllegalArgumentException("This kind of edit is patched in a way of its own.");
        };
    }

    /** Some edits of the topology set a field; what they mean is compared as that of every other. */
    private List<Draft.Attempt> asField(ProjectSources text, FieldElement field, FieldValue value)
            throws EditRejectedException {
        FieldEdit edit = new FieldEdit.SetField(field, value);
        WantedModel wanted = new WantedModel(resolved(text.project()), files, edit);
        return new FieldPatcher(text, new ValuePatcher(text, files), wanted, edit).attempts();
    }

    private static Service service(Topology topology, String key) throws EditRejectedException {
        return topology.service(key)
                .orElseThrow(() -> new EditRejectedException("There is no service " + key + " in the project."));
    }
}
