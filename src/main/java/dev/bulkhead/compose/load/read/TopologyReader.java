package dev.bulkhead.compose.load.read;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.model.Model;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.source.Variables;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reader of a topology out of the finished model; adds what Compose implies. */
public final class TopologyReader {

    private final LoadContext context;
    private final SourceMapBuilder marks;

    public TopologyReader(LoadContext context, SourceMapBuilder marks) {
        this.context = context;
        this.marks = marks;
    }

    public Topology read(String project, Model model, Variables variables) throws ComposeException {
        ServiceReader serviceReader = new ServiceReader(context, variables, marks);
        List<Service> services = new ArrayList<>();
        for (Map.Entry<String, Field> entry : model.section(Model.SERVICES).entrySet()) {
            services.add(serviceReader.read(entry.getKey(), entry.getValue()));
        }
        NetworkReader networkReader = new NetworkReader(project, context, marks);
        List<Network> networks = new ArrayList<>();
        for (Map.Entry<String, Field> entry : model.section(Model.NETWORKS).entrySet()) {
            networks.add(networkReader.read(entry.getKey(), entry.getValue()));
        }
        for (String section : List.of(Model.VOLUMES, Model.SECRETS, Model.CONFIGS, Model.MODELS)) {
            model.section(section).forEach((name, field) -> marks.put(Model.element(section, name), field.key()));
        }
        boolean usesDefault = services.stream().anyMatch(s -> s.joins(Network.DEFAULT_KEY));
        if (usesDefault && !model.section(Model.NETWORKS).containsKey(Network.DEFAULT_KEY)) {
            networks.add(new Network(
                    Network.DEFAULT_KEY, project + "_" + Network.DEFAULT_KEY, NetworkOptions.defaults(), List.of()));
        }
        return Topology.of(project, networks, services);
    }
}
