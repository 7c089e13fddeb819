package dev.bulkhead.bench;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.cli.ComposeCliRunner;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.docker.EngineAddress;
import dev.bulkhead.engine.hosts.HostEngine;
import dev.bulkhead.engine.hosts.HostsObserver;
import dev.bulkhead.engine.hosts.ObservedHosts;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.diff.ReachDiff;
import dev.bulkhead.reach.setting.ServiceHosts;
import dev.bulkhead.reach.setting.SharedNetworks;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * What a hundred hosts cost: observing them, who reaches whom over all of their containers, one edit, and the streams of events of all
 * engines at once; time by the clock, of the processor, and memory.
 */
public final class HostsBench {

    private static final int EVENT_SECONDS = 20;

    private final List<HostEngine> hosts = new ArrayList<>();
    private final List<Object> kept = new ArrayList<>();

    /** Something that is measured. */
    private interface Work<T> {
        T carryOut() throws Exception;
    }

    private HostsBench() {}

    /** Takes the ports of {@link SmallEngines}. */
    public static void main(String[] ports) throws Exception {
        System.out.printf(
                Locale.ROOT, "%n%-58s %10s %10s %10s%n", ports.length + " hosts", "clock ms", "cpu ms", "heap MB");
        new HostsBench().run(ports);
        System.exit(0);
    }

    private void run(String[] ports) throws Exception {
        for (int i = 0; i < ports.length; i++) {
            EngineAddress address = new EngineAddress("tcp://127.0.0.1:" + ports[i], Optional.empty(), "the benchmark");
            hosts.add(new HostEngine(
                    "h" + i,
                    Engine.of(
                            new DockerGateway(address),
                            new ComposeCliRunner(Optional.empty(), Map.of(), address.environment()))));
        }
        HostsObserver observer = new HostsObserver(hosts);
        measured("observing all, first time", observer::observe);
        measured("observing all, again", observer::observe);
        ObservedHosts seen = measured("observing all, a third time", observer::observe);
        seen.silent().stream().limit(3).forEach(silent -> System.out.println(silent.sentence()));
        System.out.println("hosts that answered: " + seen.answered().size() + ", containers: "
                + seen.answered().stream()
                        .mapToInt(view -> view.state().containers().size())
                        .sum());
        reach(seen);
        events();
    }

    private void reach(ObservedHosts seen) throws Exception {
        Topology topology = topology(seen);
        ReachOptions options = options(seen);
        ReachMatrix before = measured("who reaches whom, first time", () -> Reach.compute(topology, options));
        measured("who reaches whom, again", () -> Reach.compute(topology, options));
        Service first = topology.services().firstEntry().getValue();
        List<Attachment> more = new ArrayList<>(first.attachments());
        more.add(Attachment.to("over1"));
        Topology edited = topology.withService(first.withAttachments(more));
        for (int time = 1; time <= 3; time++) {
            ReachDiff diff = measured(
                    "one edit and what it changes, time " + time,
                    () -> ReachDiff.between(before, Reach.compute(edited, options)));
            if (time == 1) {
                System.out.println("pairs that it changes: " + diff.pairs());
            }
        }
    }

    private static Topology topology(ObservedHosts seen) {
        Stack stack = new Stack();
        for (int overlay = 0; overlay < SmallEngines.OVERLAYS; overlay++) {
            stack.network("over" + overlay);
        }
        seen.answered().forEach(view -> stack.network("own" + view.host().substring(1)));
        seen.answered()
                .forEach(view -> view.state().containers().forEach(container -> {
                    String network = container.endpoints().getFirst().network().replace("shop_", "");
                    stack.service(container.service().orElseThrow(), network);
                }));
        return stack.topology();
    }

    private static ReachOptions options(ObservedHosts seen) {
        Map<String, SortedSet<String>> services = new HashMap<>();
        SortedSet<String> asked = new TreeSet<>();
        seen.answered().forEach(view -> {
            asked.add(view.host());
            view.state()
                    .containers()
                    .forEach(container -> services.computeIfAbsent(
                                    container.service().orElseThrow(), _ -> new TreeSet<>())
                            .add(view.host()));
        });
        Map<String, List<SortedSet<String>>> spanning = seen.spanning().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().replace("shop_", "stack_"), Map.Entry::getValue));
        ServiceHosts where = new ServiceHosts(asked, new TreeSet<>(), services, spanning);
        return ReachOptions.defaults().withShared(new SharedNetworks(Map.of(), List.of(), where));
    }

    private void events() throws Exception {
        AtomicLong heard = new AtomicLong();
        AtomicLong connected = new AtomicLong();
        List<EngineObserver.Watch> watches = new ArrayList<>();
        measured("streams of events of all, until each has told its state", () -> {
            hosts.forEach(host -> watches.add(host.engine().observer().watch(event -> {
                if (event instanceof EngineEvent.Connected) {
                    connected.incrementAndGet();
                } else {
                    heard.incrementAndGet();
                }
            })));
            long end = System.nanoTime() + 120_000_000_000L;
            while (connected.get() < hosts.size() && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            return connected.get();
        });
        long before = heard.get();
        measured(EVENT_SECONDS + " seconds of their events", () -> {
            Thread.sleep(EVENT_SECONDS * 1000L);
            return heard.get();
        });
        System.out.println("events heard in them: " + (heard.get() - before));
        watches.forEach(EngineObserver.Watch::close);
    }

    private <T> T measured(String what, Work<T> work) throws Exception {
        com.sun.management.OperatingSystemMXBean machine =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long clock = System.nanoTime();
        long processor = machine.getProcessCpuTime();
        T result = work.carryOut();
        clock = System.nanoTime() - clock;
        processor = machine.getProcessCpuTime() - processor;
        kept.add(result);
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                Locale.ROOT,
                "%-58s %10d %10d %10d%n",
                what,
                clock / 1_000_000,
                processor / 1_000_000,
                heap / (1 << 20));
        kept.clear();
        kept.add(result);
        return result;
    }
}
