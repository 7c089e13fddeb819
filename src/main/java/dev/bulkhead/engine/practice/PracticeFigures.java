package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.ResourceUse;
import dev.bulkhead.engine.stream.ContainerFigures;
import dev.bulkhead.engine.stream.EngineStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Steady figures: a practice container uses a hundredth of a processor and 64 MiB while it runs. */
final class PracticeFigures {

    private static final double PROCESSOR = 0.01;
    private static final long MEMORY = 64L << 20;

    private PracticeFigures() {}

    static ResourceUse of(PracticeState state, List<String> containers) {
        Map<String, ResourceUse.Container> used = new HashMap<>();
        for (String id : containers) {
            if (runs(state, id)) {
                used.put(id, new ResourceUse.Container(PROCESSOR, MEMORY));
            }
        }
        ResourceUse.Disk disk = new ResourceUse.Disk(60L << 30, 100L << 30);
        return ResourceUse.of(4, 16L << 30, Optional.of(disk), used);
    }

    private static long used(PracticeState state, PracticeFaults faults, String id) {
        return state.find(id)
                .flatMap(container -> faults.used(container.name()))
                .orElse(MEMORY);
    }

    static EngineStream follow(
            Supplier<PracticeState> state,
            PracticeFaults faults,
            List<String> containers,
            Consumer<ContainerFigures> listener) {
        return PacedStream.start("practice-figures", () -> {
            List<String> running =
                    containers.stream().filter(id -> runs(state.get(), id)).toList();
            running.forEach(
                    id -> listener.accept(new ContainerFigures(id, PROCESSOR, used(state.get(), faults, id), 0, 0, 1)));
            return !running.isEmpty();
        });
    }

    static boolean runs(PracticeState state, String id) {
        return state.find(id).map(PracticeContainer::running).orElse(false);
    }
}
