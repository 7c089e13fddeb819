package dev.bulkhead.fuzz;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.ComposePatcher;
import dev.bulkhead.compose.patch.Patch;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An edit of any readable bytes gives what it should, or one sentence; the first two bytes choose the edit. */
public final class PatcherFuzz {

    private PatcherFuzz() {}

    /** Called by the fuzzer; anything thrown is a find. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length < 3) {
            return;
        }
        byte[] text = Arrays.copyOfRange(bytes, 2, bytes.length);
        Optional<ComposeProject> read = ReaderFuzz.read(text);
        if (read.isEmpty()) {
            return;
        }
        ComposeProject project = read.get();
        TopologyEdit edit = edit(project.topology(), bytes[0] & 0xff, bytes[1] & 0xff);
        try {
            Patch patch = new ComposePatcher(MemoryProject.of(text)).patch(project, edit);
            if (!patch.after().topology().equals(project.topology())
                    && patch.changes().stream().allMatch(PatcherFuzz::idle)) {
                throw new AssertionError("the topology changed but no text did: " + edit.describe());
            }
        } catch (EditRejectedException refusal) {
            ReaderFuzz.oneSentence(String.valueOf(refusal.getMessage()));
        }
    }

    private static boolean idle(TextChange change) {
        return change.before().equals(change.after());
    }

    private static TopologyEdit edit(Topology topology, int kind, int target) {
        List<String> networks = List.copyOf(topology.networks().keySet());
        List<Service> services = List.copyOf(topology.services().values());
        Network added = new Network(
                "added", topology.project() + "_added", NetworkOptions.defaults(), List.of(Subnet.of("10.9.0.0/24")));
        if (networks.isEmpty() || services.isEmpty()) {
            return new TopologyEdit.AddNetwork(added);
        }
        String network = networks.get(target % networks.size());
        Service service = services.get((target / 7) % services.size());
        PortMapping port = service.ports().isEmpty()
                ? PortMapping.of(8_081, 81, Protocol.TCP)
                : service.ports().getFirst();
        return switch (kind % 10) {
            case 0 -> new TopologyEdit.Attach(service.key(), network);
            case 1 -> new TopologyEdit.Detach(service.key(), network);
            case 2 -> new TopologyEdit.AddNetwork(added);
            case 3 -> new TopologyEdit.RemoveNetwork(network);
            case 4 -> new TopologyEdit.RenameNetwork(network, "renamed");
            case 5 -> new TopologyEdit.SetSubnet(network, "10.8.0.0/24");
            case 6 -> new TopologyEdit.SetInternal(network, true);
            case 7 -> new TopologyEdit.Publish(service.key(), PortMapping.of(8_082, 82, Protocol.UDP));
            case 8 -> new TopologyEdit.Unpublish(service.key(), port);
            default -> new TopologyEdit.SetLabel(service.key(), "a.label", "a: value");
        };
    }
}
