package dev.bulkhead.cli.output.hosts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bulkhead.cli.output.DriftJson;
import dev.bulkhead.cli.output.JsonText;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.hosts.HostDrift;
import dev.bulkhead.engine.hosts.HostView;
import dev.bulkhead.engine.hosts.ObservedHosts;
import dev.bulkhead.topology.Topology;
import java.util.List;

/** Hosts as JSON: a list of them, and the hosts of each service; what is not known is said and not left out. */
public final class HostsJson {

    private HostsJson() {}

    /** Returns a topology's JSON with the hosts. */
    public static ObjectNode into(String json, Topology topology, ObservedHosts hosts) throws JsonProcessingException {
        ObjectNode root = (ObjectNode) new JsonMapper().readTree(json);
        root.withArray("services").forEach(service -> {
            ArrayNode on = ((ObjectNode) service).putArray("hosts");
            hosts.of(topology.project(), service.path("key").asText()).forEach(on::add);
        });
        root.set("hosts", list(topology.project(), hosts));
        return root;
    }

    /** Returns a report's JSON with the hosts, and service to the hosts it runs on. */
    public static ObjectNode beside(String json, Topology topology, ObservedHosts hosts)
            throws JsonProcessingException {
        ObjectNode root = (ObjectNode) new JsonMapper().readTree(json);
        root.set("hosts", list(topology.project(), hosts));
        ObjectNode services = root.putObject("runsOn");
        for (String service : topology.services().keySet()) {
            ArrayNode on = services.putArray(service);
            hosts.of(topology.project(), service).forEach(on::add);
        }
        return root;
    }

    /** Returns the hosts as a list. */
    public static ArrayNode list(String project, ObservedHosts hosts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (HostView view : hosts.views()) {
            ObjectNode host = list.addObject().put("host", view.host());
            switch (view) {
                case HostView.Answered answered -> {
                    host.put("answers", true)
                            .put("engine", answered.info().name())
                            .put("version", answered.info().version());
                    ArrayNode others = host.putArray("otherProjects");
                    ObservedHosts.others(answered, project).forEach((name, containers) -> {
                        ObjectNode other = others.addObject();
                        other.put("project", name.isEmpty() ? null : name).put("containers", containers);
                    });
                }
                case HostView.Silent silent -> host.put("answers", false).put("message", silent.sentence());
            }
        }
        return list;
    }

    /** Returns differences of files and hosts. */
    public static String drift(String project, List<HostDrift> found, ObservedHosts hosts)
            throws JsonProcessingException {
        ObjectNode root = JsonText.root();
        ArrayNode drifts = root.putArray("drift");
        for (HostDrift one : found) {
            ArrayNode single = JsonNodeFactory.instance.arrayNode();
            DriftJson.add(single, List.<Drift>of(one.drift()));
            ObjectNode difference = (ObjectNode) single.get(0);
            difference.put("host", one.host().orElse(null)).put("message", one.sentence(hosts));
            drifts.add(difference);
        }
        root.set("hosts", list(project, hosts));
        return JsonText.of(root);
    }
}
