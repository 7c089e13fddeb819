package dev.bulkhead.topology.edit;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Application of each {@link TopologyEdit} to a {@link Topology}. */
final class EditApplication {

    private EditApplication() {}

    static Topology apply(TopologyEdit edit, Topology topology) throws EditRejectedException {
        return switch (edit) {
            case TopologyEdit.Attach attach -> attach(attach, topology);
            case TopologyEdit.Detach detach -> detach(detach, topology);
            case TopologyEdit.AddNetwork add -> addNetwork(add.network(), topology);
            case TopologyEdit.RemoveNetwork(String key) -> removeNetwork(key, topology);
            case TopologyEdit.RenameNetwork rename -> rename(rename, topology);
            case TopologyEdit.SetSubnet(String key, String cidr) -> setSubnet(key, cidr, topology);
            case TopologyEdit.Renumber renumber -> RenumberApplication.apply(renumber, topology);
            case TopologyEdit.SetInternal(String key, boolean internal) -> setInternal(key, internal, topology);
            case TopologyEdit.Publish publish -> publish(publish, topology);
            case TopologyEdit.Unpublish unpublish -> unpublish(unpublish, topology);
            case TopologyEdit.SetEnvironment set -> setEnvironment(set, topology);
            case TopologyEdit.SetLabel set -> setLabel(set, topology);
            case TopologyEdit.Batch batch -> {
                Topology result = topology;
                for (TopologyEdit part : batch.edits()) {
                    result = apply(part, result);
                }
                yield result;
            }
        };
    }

    private static Topology attach(TopologyEdit.Attach edit, Topology topology) throws EditRejectedException {
        Service service = service(edit.service(), topology);
        String network = edit.attachment().network();
        Optional<String> mode = service.networkMode().text();
        if (mode.isPresent()) {
            String right = service.networkMode() instanceof NetworkMode.OfService
                    ? "attach the owner of its network instead."
                    : "take network_mode away first.";
            throw new EditRejectedException("Service " + service.key() + " uses network_mode: " + mode.get()
                    + ", so it cannot join " + network + "; " + right);
        }
        if (service.joins(network)) {
            throw new EditRejectedException("Service " + service.key() + " is already attached to " + network + ".");
        }
        if (topology.network(network).isEmpty()) {
            throw new EditRejectedException(
                    "Network " + network + " is not declared in the project; add it before attaching services.");
        }
        List<Attachment> attachments = new ArrayList<>(service.attachments());
        attachments.add(edit.attachment());
        return topology.withService(service.withAttachments(attachments));
    }

    private static Topology detach(TopologyEdit.Detach edit, Topology topology) throws EditRejectedException {
        Service service = service(edit.service(), topology);
        if (!service.joins(edit.network())) {
            throw new EditRejectedException("Service " + service.key() + " is not attached to " + edit.network() + ".");
        }
        if (service.attachments().size() == 1) {
            throw new EditRejectedException("Network " + edit.network() + " is the last one of " + service.key()
                    + ": without it Compose would put the service on the default network; attach it to another first.");
        }
        List<Attachment> left = service.attachments().stream()
                .filter(a -> !a.network().equals(edit.network()))
                .toList();
        return topology.withService(service.withAttachments(left)).withoutUnusedDefault();
    }

    private static Topology addNetwork(Network network, Topology topology) throws EditRejectedException {
        if (topology.network(network.key()).isPresent()) {
            throw new EditRejectedException("Network " + network.key() + " is already declared in the project.");
        }
        return topology.withNetwork(network);
    }

    private static Topology removeNetwork(String key, Topology topology) throws EditRejectedException {
        network(key, topology);
        List<String> members = topology.members(key).stream().map(Service::key).toList();
        if (!members.isEmpty()) {
            throw new EditRejectedException("Network " + key + " still has members (" + String.join(", ", members)
                    + "); detach them before removing it.");
        }
        return topology.withoutNetwork(key);
    }

    private static Topology rename(TopologyEdit.RenameNetwork edit, Topology topology) throws EditRejectedException {
        Network network = network(edit.network(), topology);
        if (topology.network(edit.newKey()).isPresent()) {
            throw new EditRejectedException("Network " + edit.newKey() + " already exists; choose another name.");
        }
        String generated = topology.project() + "_" + network.key();
        boolean follows = !network.external() && network.name().equals(generated);
        String name = follows ? topology.project() + "_" + edit.newKey() : network.name();
        Topology result = topology.withoutNetwork(network.key())
                .withNetwork(new Network(edit.newKey(), name, network.options(), network.subnets(), network.purpose()));
        for (Service member : topology.members(network.key())) {
            List<Attachment> renamed = member.attachments().stream()
                    .map(a -> a.network().equals(network.key()) ? a.withNetwork(edit.newKey()) : a)
                    .toList();
            result = result.withService(member.withAttachments(renamed));
        }
        return result;
    }

    private static Topology setSubnet(String key, String cidr, Topology topology) throws EditRejectedException {
        Network network = network(key, topology);
        if (network.external()) {
            throw new EditRejectedException(
                    "Network " + key + " is external: its subnet is set where the network is created, not here.");
        }
        List<Subnet> pools = new ArrayList<>(network.subnets());
        if (pools.isEmpty()) {
            pools.add(Subnet.of(cidr));
        } else {
            Subnet first = pools.getFirst();
            pools.set(0, new Subnet(Optional.of(cidr), first.gateway(), first.ipRange(), first.auxAddresses()));
        }
        return topology.withNetwork(network.withSubnets(pools));
    }

    private static Topology setInternal(String key, boolean internal, Topology topology) throws EditRejectedException {
        Network network = network(key, topology);
        if (network.external()) {
            throw new EditRejectedException(
                    "Network " + key + " is external: whether it is internal is set where the network is created.");
        }
        return topology.withNetwork(network.withOptions(network.options().withInternal(internal)));
    }

    private static Topology publish(TopologyEdit.Publish edit, Topology topology) throws EditRejectedException {
        Service service = service(edit.service(), topology);
        if (service.ports().contains(edit.port())) {
            throw new EditRejectedException("Service " + service.key() + " already publishes "
                    + edit.port().text() + ".");
        }
        if (service.networkMode() instanceof NetworkMode.OfService(String owner)) {
            throw new EditRejectedException("Service " + service.key() + " shares the network of " + owner
                    + "; publish the port on " + owner + " instead.");
        }
        List<PortMapping> ports = new ArrayList<>(service.ports());
        ports.add(edit.port());
        return topology.withService(service.withPorts(ports));
    }

    private static Topology unpublish(TopologyEdit.Unpublish edit, Topology topology) throws EditRejectedException {
        Service service = service(edit.service(), topology);
        if (!service.ports().contains(edit.port())) {
            throw new EditRejectedException("Service " + service.key() + " does not publish "
                    + edit.port().text() + ".");
        }
        List<PortMapping> ports = new ArrayList<>(service.ports());
        ports.remove(edit.port());
        return topology.withService(service.withPorts(ports));
    }

    private static Topology setEnvironment(TopologyEdit.SetEnvironment edit, Topology topology)
            throws EditRejectedException {
        Service service = service(edit.service(), topology);
        Map<String, String> variables = new TreeMap<>(service.container().environment());
        variables.put(edit.name(), edit.value());
        return topology.withService(service.withContainer(service.container().withEnvironment(variables)));
    }

    private static Topology setLabel(TopologyEdit.SetLabel edit, Topology topology) throws EditRejectedException {
        Service service = service(edit.service(), topology);
        Map<String, String> labels = new TreeMap<>(service.container().labels());
        labels.put(edit.name(), edit.value());
        return topology.withService(service.withContainer(service.container().withLabels(labels)));
    }

    private static Service service(String key, Topology topology) throws EditRejectedException {
        return topology.service(key)
                .orElseThrow(() -> new EditRejectedException("There is no service " + key + " in the project."));
    }

    private static Network network(String key, Topology topology) throws EditRejectedException {
        return topology.network(key)
                .orElseThrow(() -> new EditRejectedException("There is no network " + key + " in the project."));
    }
}
