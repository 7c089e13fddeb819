package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.EditRejectedException;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Turns edits of a topology into the smallest changes of the files it was read from.
 *
 * <p>Each kind of edit knows ways to change the text, the smallest first. The first one whose result reads back as
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
    public Patch patch(ComposeProject project, TopologyEdit edit) throws EditRejectedException {
        if (edit instanceof TopologyEdit.Batch batch) {
            return inTurn(project, batch.edits());
        }
        return edit instanceof TopologyEdit.Renumber renumber ? renumber(project, renumber) : single(project, edit);
    }

    /** All values at once is one reading of the result; values that need different ways are changed one by one. */
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

    private Patch inTurn(ComposeProject project, List<TopologyEdit> parts) throws EditRejectedException {
        PatchSum sum = new PatchSum(project, files);
        for (TopologyEdit part : parts) {
            sum.add(new ComposePatcher(sum.files()).patch(sum.project(), part));
        }
        return sum.patch();
    }

    private Patch single(ComposeProject project, TopologyEdit edit) throws EditRejectedException {
        Topology wanted = edit.apply(project.topology());
        if (wanted.equals(project.topology())) {
            return new Patch(List.of(), List.of(), project);
        }
        Verification verification = new Verification(project, files, wanted, edit);
        List<Refusal> refusals = new ArrayList<>();
        for (Draft.Way way : ways(ProjectText.of(project), edit)) {
            try {
                return verification.verify(way.draft());
            } catch (EditRejectedException refused) {
                refusals.add(new Refusal(String.valueOf(refused.getMessage())));
            }
        }
        throw Refusal.of(edit, refusals);
    }

    private List<Draft.Way> ways(ProjectText text, TopologyEdit edit) throws EditRejectedException {
        Topology before = text.project().topology();
        return switch (edit) {
            case TopologyEdit.Attach attach ->
                new AttachWays(text, service(before, attach.service()), attach.attachment()).ways();
            case TopologyEdit.Detach(String service, String network) ->
                new DetachWays(text, service(before, service), network).ways();
            case TopologyEdit.AddNetwork add -> new AddNetworkWays(text, files, add).ways();
            case TopologyEdit.RemoveNetwork(String network) -> new RemoveNetworkWays(text, network).ways();
            case TopologyEdit.RenameNetwork rename -> new RenameNetworkWays(text, rename).ways();
            case TopologyEdit.SetSubnet(String network, String cidr) ->
                new SubnetWays(text, new ValueWays(text, files), network, cidr).ways();
            case TopologyEdit.Renumber renumber -> new RenumberWays(text, new ValueWays(text, files), renumber).ways();
            case TopologyEdit.SetInternal(String network, boolean internal) ->
                new InternalWays(text, new ValueWays(text, files), network, internal).ways();
            case TopologyEdit.Publish(String service, var port) ->
                new PublishWays(text, service(before, service), port).ways();
            case TopologyEdit.Unpublish(String service, var port) ->
                new UnpublishWays(text, service(before, service), port).ways();
            case TopologyEdit.SetEnvironment(String service, String name, String value) ->
                keyValue(text, KeyValueWays.Field.ENVIRONMENT, service, Map.entry(name, value));
            case TopologyEdit.SetLabel(String service, String name, String value) ->
                keyValue(text, KeyValueWays.Field.LABELS, service, Map.entry(name, value));
            case TopologyEdit.Batch batch -> throw new IllegalArgumentException("A batch is patched part by part.");
        };
    }

    private List<Draft.Way> keyValue(
            ProjectText text, KeyValueWays.Field field, String service, Map.Entry<String, String> pair)
            throws EditRejectedException {
        Service before = service(text.project().topology(), service);
        return new KeyValueWays(text, new ValueWays(text, files), field, before, pair.getKey(), pair.getValue()).ways();
    }

    private static Service service(Topology topology, String key) throws EditRejectedException {
        return topology.service(key)
                .orElseThrow(() -> new EditRejectedException("There is no service " + key + " in the project."));
    }
}
