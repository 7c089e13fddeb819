package dev.bulkhead.bench;

import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.diff.ReachDiff;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.graphstream.graph.BreadthFirstIterator;
import org.graphstream.graph.Edge;
import org.graphstream.graph.Graph;
import org.graphstream.graph.Node;
import org.graphstream.graph.implementations.SingleGraph;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long the full reach matrix takes, with every kind of verdict, beside breadth-first searches over a GraphStream graph
 * that answer one question of it: who shares a network with whom.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class ReachBenchmark {

    /** Services; a tenth as many networks, three memberships each. */
    @Param({"2000", "10000"})
    public int services;

    private Topology topology = new Stack().topology();
    private Topology edited = topology;
    private Topology grown = topology;
    private ReachMatrix before = Reach.compute(topology);
    private Graph graph = new SingleGraph("empty");

    @Setup
    public void build() {
        Random random = new Random(7);
        Stack stack = new Stack();
        int networks = services / 10;
        for (int n = 0; n < networks; n++) {
            stack.network("n" + n);
        }
        for (int s = 0; s < services; s++) {
            stack.service(
                    "s" + s,
                    "n" + random.nextInt(networks),
                    "n" + random.nextInt(networks),
                    "n" + random.nextInt(networks));
            if (s % 50 == 0) {
                stack.publish("s" + s, (10_000 + s) + ":80");
            }
        }
        topology = stack.topology();
        graph = graph(topology);
        before = Reach.compute(topology);
        Service first = topology.services().firstEntry().getValue();
        edited = topology.withService(joining(first));
        grown = topology.withService(another(first));
    }

    /** Returns a service on one more network. */
    private Service joining(Service service) {
        List<Attachment> attachments = new ArrayList<>(service.attachments());
        topology.networks().keySet().stream()
                .filter(network ->
                        attachments.stream().noneMatch(a -> a.network().equals(network)))
                .findFirst()
                .ifPresent(network -> attachments.add(Attachment.to(network)));
        return service.withAttachments(attachments);
    }

    private static Service another(Service service) {
        return new Service(
                "another",
                service.networkMode(),
                service.attachments(),
                service.ports(),
                service.dependsOn(),
                service.profiles(),
                service.container());
    }

    private static Graph graph(Topology topology) {
        Graph graph = new SingleGraph("topology", false, false);
        int index = 0;
        for (String network : topology.networks().keySet()) {
            graph.addNode("network " + network);
        }
        for (Service service : topology.services().values()) {
            Node node = graph.addNode(service.key());
            node.setAttribute("number", index++);
            for (Attachment attachment : service.attachments()) {
                graph.addEdge(
                        service.key() + ">" + attachment.network(), service.key(), "network " + attachment.network());
            }
        }
        return graph;
    }

    /** One more membership, and which cells that changes. */
    @Benchmark
    public ReachDiff afterOneEdit() {
        return ReachDiff.between(before, Reach.compute(edited));
    }

    /** One more service, which moves the places of others, and which cells that changes. */
    @Benchmark
    public ReachDiff afterOneService() {
        return ReachDiff.between(before, Reach.compute(grown));
    }

    @Benchmark
    public ReachMatrix matrix() {
        return Reach.compute(topology);
    }

    /** GraphStream's own search from every service, left as soon as it is past the members of the service's networks. */
    @Benchmark
    public List<BitSet> breadthFirst() {
        List<BitSet> rows = new ArrayList<>();
        for (String service : topology.services().keySet()) {
            BitSet found = new BitSet();
            BreadthFirstIterator search = new BreadthFirstIterator(graph.getNode(service), false);
            while (search.hasNext()) {
                Node node = search.next();
                if (search.getDepthOf(node) > 2) {
                    break;
                }
                if (node.hasAttribute("number")) {
                    found.set((int) node.getNumber("number"));
                }
            }
            rows.add(found);
        }
        return rows;
    }

    /** The same by a search of our own that knows beforehand that two steps are enough. */
    @Benchmark
    public List<BitSet> twoSteps() {
        List<BitSet> rows = new ArrayList<>();
        for (String service : topology.services().keySet()) {
            rows.add(search(graph.getNode(service)));
        }
        return rows;
    }

    private static BitSet search(Node start) {
        BitSet found = new BitSet();
        Deque<Node> frontier = new ArrayDeque<>(List.of(start));
        for (int depth = 0; depth < 2; depth++) {
            Deque<Node> next = new ArrayDeque<>();
            for (Node node : frontier) {
                node.edges().map((Edge e) -> e.getOpposite(node)).forEach(other -> {
                    if (other.hasAttribute("number")) {
                        found.set((int) other.getNumber("number"));
                    }
                    next.add(other);
                });
            }
            frontier = next;
        }
        return found;
    }
}
