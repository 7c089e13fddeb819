package dev.bulkhead.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.StatisticNetworksConfig;
import com.github.dockerjava.api.model.Statistics;
import dev.bulkhead.engine.stream.ContainerFigures;
import dev.bulkhead.engine.stream.EngineStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Figures of containers as the engine goes on telling them, about one a second for each. There is a connection and a
 * thread for each container, so those that nobody looks at are better not asked for.
 */
final class Figures implements EngineStream {

    private final Session session;
    private final Consumer<ContainerFigures> listener;
    private final DockerClient client;
    private final CountDownLatch open;
    private final List<One> streams = new ArrayList<>();
    private volatile boolean closed;
    private volatile Optional<String> failure = Optional.empty();

    private Figures(Session session, int many, Consumer<ContainerFigures> listener) {
        this.session = session;
        this.listener = listener;
        this.client = session.streams(many + 1);
        this.open = new CountDownLatch(many);
    }

    static Figures start(Session session, List<String> containers, Consumer<ContainerFigures> listener) {
        Figures figures = new Figures(session, containers.size(), listener);
        for (String container : containers) {
            figures.streams.add(figures.client.statsCmd(container).exec(figures.new One(container)));
        }
        return figures;
    }

    private synchronized void tell(String container, Statistics told) {
        // a container that does not run has figures, but no processor has worked for it
        if (!closed && told.getCpuStats() != null && told.getCpuStats().getSystemCpuUsage() != null) {
            listener.accept(new ContainerFigures(
                    container,
                    Measuring.processor(told),
                    Measuring.memory(told.getMemoryStats()),
                    bytes(told.getNetworks(), StatisticNetworksConfig::getRxBytes),
                    bytes(told.getNetworks(), StatisticNetworksConfig::getTxBytes),
                    told.getPidsStats() == null || told.getPidsStats().getCurrent() == null
                            ? 0
                            : told.getPidsStats().getCurrent()));
        }
    }

    private static long bytes(
            @Nullable Map<String, StatisticNetworksConfig> networks,
            ToLongFunction<StatisticNetworksConfig> direction) {
        return networks == null
                ? 0
                : networks.values().stream().mapToLong(direction).sum();
    }

    @Override
    public boolean await(Duration limit) throws InterruptedException {
        return open.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Optional<String> failure() {
        return failure;
    }

    @Override
    public void close() {
        closed = true;
        while (open.getCount() > 0) {
            open.countDown();
        }
        try {
            for (One stream : streams) {
                stream.close();
            }
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stream of one container. */
    private final class One extends ResultCallback.Adapter<Statistics> {

        private final String container;

        private One(String container) {
            this.container = container;
        }

        @Override
        public void onNext(Statistics told) {
            tell(container, told);
        }

        @Override
        public void onError(Throwable fault) {
            if (!closed && !(fault instanceof NotFoundException)) {
                failure = Optional.of(Faults.of(
                                "Container " + container + " is measured no more",
                                session.address(),
                                new IllegalStateException(fault))
                        .sentence());
            }
            super.onError(fault);
            open.countDown();
        }

        @Override
        public void onComplete() {
            super.onComplete();
            open.countDown();
        }
    }
}
