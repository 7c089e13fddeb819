package dev.bulkhead.reach.impact;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.graphstream.algorithm.ConnectedComponents;
import org.graphstream.algorithm.Kruskal;
import org.graphstream.graph.Edge;
import org.graphstream.graph.Graph;
import org.graphstream.graph.Node;
import org.graphstream.graph.implementations.SingleGraph;

/**
 * Single points of failure: the services whose loss splits a project, being the only ones that join some of its networks to the rest.
 *
 * <p>Services and networks are the nodes of a GraphStream graph, memberships its edges. A service can only hold parts
 * together if it does so in a spanning tree (Kruskal), so no more services than there are networks have to be tried;
 * each is taken out and the connected components are counted again.
 */
public final class SinglePointsOfFailure {

    private static final String TREE = "tree";
    private static final String SERVICE = "service ";
    private static final String NETWORK = "network ";

    private final Graph graph = new SingleGraph("memberships", false, false);

    private SinglePointsOfFailure(Topology topology) {
        for (Service service : topology.services().values()) {
            Set<String> networks = new HashSet<>();
            service.attachments().forEach(attachment -> networks.add(attachment.network()));
            if (networks.size() > 1) {
                join(service, networks);
            }
        }
    }

    private void join(Service service, Collection<String> networks) {
        String key = SERVICE + service.key();
        graph.addNode(key);
        for (String network : new TreeSet<>(networks)) {
            if (graph.getNode(NETWORK + network) == null) {
                graph.addNode(NETWORK + network);
            }
            graph.addEdge(service.key() + " " + network, key, NETWORK + network);
        }
    }

    /**
     * Returns the services whose loss splits the project, sorted. Those with one network can split nothing.
     *
     * @see Attachment
     */
    public static SortedSet<String> of(Topology topology) {
        return new SinglePointsOfFailure(topology).find();
    }

    private SortedSet<String> find() {
        SortedSet<String> found = new TreeSet<>();
        if (graph.getNodeCount() == 0) {
            return found;
        }
        ConnectedComponents components = new ConnectedComponents();
        components.init(graph);
        components.compute();
        int whole = components.getConnectedComponentsCount();
        for (Node candidate : candidates()) {
            List<Edge> edges = candidate.edges().toList();
            List<Node> networks =
                    edges.stream().map(edge -> edge.getOpposite(candidate)).toList();
            edges.forEach(graph::removeEdge);
            // the candidate itself is now a component of its own
            if (components.getConnectedComponentsCount() > whole + 1) {
                found.add(candidate.getId().substring(SERVICE.length()));
            }
            for (int i = 0; i < edges.size(); i++) {
                graph.addEdge(edges.get(i).getId(), candidate, networks.get(i));
            }
        }
        return found;
    }

    private List<Node> candidates() {
        Kruskal kruskal = new Kruskal(TREE, true, false);
        kruskal.init(graph);
        kruskal.compute();
        List<Node> candidates = new ArrayList<>();
        graph.nodes()
                .filter(node -> node.getId().startsWith(SERVICE))
                .filter(node -> node.edges()
                                .filter(edge -> Boolean.TRUE.equals(edge.getAttribute(TREE)))
                                .count()
                        > 1)
                .forEach(candidates::add);
        return candidates;
    }
}
