package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.ExecResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mishaps of a practice engine, arranged beforehand. Safe for use by several threads. */
public final class PracticeFaults {

    private record Fault(PracticeCall call, String subject, Kind kind, String sentence) {}

    private final List<Fault> armed = new ArrayList<>();
    private final Set<String> unhealthy = new HashSet<>();
    private final Map<Said, Integer> codes = new HashMap<>();
    private final Map<String, List<String>> written = new HashMap<>();
    private final Map<String, Long> used = new HashMap<>();
    private Optional<String> gone = Optional.empty();

    PracticeFaults() {}

    /**
     * Makes the next call of a kind about a subject fail, once.
     *
     * @param subject the network to create or remove, the service to bring up or remove, else the container
     * @param sentence what the engine will say
     */
    public synchronized void failNext(PracticeCall call, String subject, String sentence) {
        armed.add(new Fault(call, subject, Kind.REFUSED, sentence));
    }

    /** A command inside a container. */
    private record Said(String container, List<String> command) {}

    /** Makes a command end with a code inside a container (name), from now on. */
    public synchronized void answer(String container, List<String> command, int exitCode) {
        codes.put(new Said(container, List.copyOf(command)), exitCode);
    }

    /** Says that a container (name) has written paths beside its volumes. */
    public synchronized void wrote(String container, List<String> paths) {
        written.put(container, List.copyOf(paths));
    }

    synchronized List<String> written(String container) {
        return written.getOrDefault(container, List.of());
    }

    /** Says how much memory a container (name) uses, in bytes. */
    public synchronized void uses(String container, long memory) {
        used.put(container, memory);
    }

    synchronized Optional<Long> used(String container) {
        return Optional.ofNullable(used.get(container));
    }

    synchronized Optional<ExecResult> arranged(String container, List<String> command) {
        return Optional.ofNullable(codes.get(new Said(container, command))).map(code -> new ExecResult(code, ""));
    }

    synchronized void check(PracticeCall call, String subject) throws EngineException {
        if (gone.isPresent()) {
            throw new EngineException(Kind.UNREACHABLE, gone.get());
        }
        Optional<Fault> fault = armed.stream()
                .filter(f -> f.call() == call && f.subject().equals(subject))
                .findFirst();
        if (fault.isPresent()) {
            armed.remove(fault.get());
            throw new EngineException(fault.get().kind(), fault.get().sentence());
        }
    }

    synchronized Optional<String> goneBecause() {
        return gone;
    }

    synchronized void setGone(Optional<String> reason) {
        gone = reason;
    }

    synchronized boolean isUnhealthy(String container) {
        return unhealthy.contains(container);
    }

    synchronized void setUnhealthy(String container, boolean value) {
        if (value) {
            unhealthy.add(container);
        } else {
            unhealthy.remove(container);
        }
    }
}
