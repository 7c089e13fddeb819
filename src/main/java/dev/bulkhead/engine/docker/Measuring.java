package dev.bulkhead.engine.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.CpuStatsConfig;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.MemoryStatsConfig;
import com.github.dockerjava.api.model.Statistics;
import dev.bulkhead.engine.ResourceUse;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Measurement of what containers use; the engine takes two samples a second apart for each. */
final class Measuring {

    private static final long LIMIT_SECONDS = 15;

    private final Session session;

    Measuring(Session session) {
        this.session = session;
    }

    ResourceUse measure(List<String> ids) throws InterruptedException {
        Info info = session.calls().infoCmd().exec();
        // all are asked at once and answer by themselves, so that together they take as long as one
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (String id : ids) {
            answers.put(id, session.patient().statsCmd(id).withNoStream(true).exec(new Answer()));
        }
        Map<String, ResourceUse.Container> used = new LinkedHashMap<>();
        for (Map.Entry<String, Answer> answer : answers.entrySet()) {
            answer.getValue().get().ifPresent(statistics -> used.put(answer.getKey(), container(statistics)));
        }
        return ResourceUse.of(
                Optional.ofNullable(info.getNCPU()).orElse(0),
                Optional.ofNullable(info.getMemTotal()).orElse(0L),
                disk(Optional.ofNullable(info.getDockerRootDir())),
                used);
    }

    /** The one set of figures of a container; none when it is gone meanwhile. */
    private static final class Answer extends ResultCallback.Adapter<Statistics> {

        private final AtomicReference<@Nullable Statistics> statistics = new AtomicReference<>();

        @Override
        public void onNext(Statistics told) {
            statistics.set(told);
        }

        Optional<Statistics> get() throws InterruptedException {
            try {
                awaitCompletion(LIMIT_SECONDS, TimeUnit.SECONDS);
                close();
            } catch (DockerException | IOException e) {
                return Optional.empty();
            }
            return Optional.ofNullable(statistics.get());
        }
    }

    private static ResourceUse.Container container(Statistics statistics) {
        return new ResourceUse.Container(processor(statistics), memory(statistics.getMemoryStats()));
    }

    /** As docker stats reckons (docker/cli, cli/command/container/stats_helpers.go). */
    static double processor(Statistics statistics) {
        CpuStatsConfig now = statistics.getCpuStats();
        CpuStatsConfig before = statistics.getPreCpuStats();
        if (now == null || before == null || now.getCpuUsage() == null || before.getCpuUsage() == null) {
            return 0;
        }
        double used = orZero(now.getCpuUsage().getTotalUsage())
                - orZero(before.getCpuUsage().getTotalUsage());
        double all = orZero(now.getSystemCpuUsage()) - orZero(before.getSystemCpuUsage());
        return used <= 0 || all <= 0 ? 0 : used / all * Math.max(1, orZero(now.getOnlineCpus()));
    }

    static long memory(@Nullable MemoryStatsConfig memory) {
        if (memory == null) {
            return 0;
        }
        long cached = memory.getStats() == null ? 0 : orZero(memory.getStats().getInactiveFile());
        return Math.max(0, orZero(memory.getUsage()) - cached);
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private Optional<ResourceUse.Disk> disk(Optional<String> root) {
        if (!session.info().routesHere()) {
            return Optional.empty();
        }
        try {
            Optional<Path> folder = root.map(Path::of).filter(Files::isDirectory);
            if (folder.isEmpty()) {
                return Optional.empty();
            }
            FileStore store = Files.getFileStore(folder.get());
            long size = store.getTotalSpace();
            return Optional.of(new ResourceUse.Disk(size - store.getUsableSpace(), size));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty(); // another user's folder, or another machine's
        }
    }
}
