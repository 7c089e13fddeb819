package dev.bulkhead.migrate.verify;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.engine.stream.ByteWords;
import dev.bulkhead.migrate.live.Readiness;
import dev.bulkhead.topology.Counted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Preflight: checks of what must hold before any iteration. */
public final class Preflight {

    /** Id of the item that says whether every service runs and is healthy. */
    public static final String SERVICES_READY = "services-ready";

    private static final long ROOM = 20L * 1024 * 1024;

    private final PreflightInput input;

    /** Looks at one project. */
    public Preflight(PreflightInput input) {
        this.input = input;
    }

    /** Returns every item, looked at now. */
    public List<PreflightItem> items() {
        List<PreflightItem> items = new ArrayList<>();
        items.add(engine());
        items.add(compose());
        items.add(readable());
        items.add(services());
        items.add(saved());
        items.add(writable());
        return items;
    }

    private PreflightItem engine() {
        try {
            EngineInfo info = input.engine().observer().info();
            return passed(
                    "engine-reachable",
                    "The engine answers",
                    info.name() + " " + info.version() + ", API " + info.apiVersion() + ", at " + info.address() + "."
                            + info.particulars().stream()
                                    .map(sentence -> " " + sentence)
                                    .collect(Collectors.joining()));
        } catch (EngineException e) {
            return failed(
                    "engine-reachable",
                    "The engine answers",
                    String.valueOf(e.getMessage()),
                    "Start the engine, or name another with --engine.");
        }
    }

    private PreflightItem compose() {
        try {
            return passed(
                    "compose-present",
                    "Services can be recreated",
                    input.engine().services().version() + ".");
        } catch (EngineException e) {
            return failed(
                    "compose-present",
                    "Services can be recreated",
                    String.valueOf(e.getMessage()),
                    "Install the docker compose plugin, version 2.20 or newer.");
        }
    }

    private PreflightItem readable() {
        return input.unreadable()
                .map(reason -> failed(
                        "files-readable",
                        "The project's files can be read",
                        reason,
                        "Correct the file, then look again."))
                .orElseGet(() -> passed(
                        "files-readable",
                        "The project's files can be read",
                        Counted.of(input.files().size(), "file") + " read."));
    }

    private PreflightItem services() {
        String id = SERVICES_READY;
        String title = "Every service runs and is healthy, or none has been started yet";
        if (input.project().isEmpty()) {
            return new PreflightItem(id, title, CheckStatus.UNKNOWN, "The files cannot be read.", Optional.empty());
        }
        String project = input.project().get().name();
        List<String> wanted = input.project().get().services();
        try {
            ObservedState state = input.engine().observer().observe();
            List<String> present = wanted.stream()
                    .filter(service -> !state.containers(project, service).isEmpty())
                    .toList();
            if (present.isEmpty()) {
                return new PreflightItem(
                        id,
                        title,
                        CheckStatus.WARNING,
                        "No service has been started; the run starts them.",
                        Optional.empty());
            }
            List<String> cutOff = wanted.stream()
                    .filter(service ->
                            state.containers(project, service).stream().anyMatch(state::cutOff))
                    .toList();
            if (!cutOff.isEmpty()) {
                return failed(
                        id,
                        title,
                        String.join(", ", cutOff) + (cutOff.size() == 1 ? " has" : " have")
                                + " no network: the service whose network is shared was started again since.",
                        "Run docker compose restart " + String.join(" ", cutOff) + ".");
            }
            Readiness readiness = Readiness.of(state, project, wanted);
            return readiness.ready()
                    ? passed(id, title, healthText(state, project, present))
                    : failed(
                            id,
                            title,
                            readiness.text() + ".",
                            "Run docker compose up -d and look at docker compose logs of those services.");
        } catch (EngineException e) {
            return new PreflightItem(
                    id, title, CheckStatus.UNKNOWN, String.valueOf(e.getMessage()), Optional.of("Start the engine."));
        }
    }

    private static String healthText(ObservedState state, String project, List<String> services) {
        long healthy = services.stream()
                .filter(service -> state.containers(project, service).stream()
                        .allMatch(c -> c.status().health() == ObservedContainer.Health.HEALTHY))
                .count();
        return Counted.of(services.size(), "service runs", "services run") + ", "
                + Counted.of(healthy, "is", "are") + " healthy, "
                + Counted.of(services.size() - healthy, "has", "have") + " no health check.";
    }

    private PreflightItem saved() {
        return input.unsaved()
                ? failed(
                        "files-saved",
                        "Every edit is saved",
                        "There are edits that are not on disk.",
                        "Save or discard them.")
                : passed("files-saved", "Every edit is saved", "The files on disk are what is shown.");
    }

    private PreflightItem writable() {
        String id = "disk-writable";
        String title = "Files and restore point can be written";
        List<Path> closed = new ArrayList<>();
        if (!Files.isWritable(input.directory())) {
            closed.add(input.directory());
        }
        input.files().stream().filter(file -> !Files.isWritable(file)).forEach(closed::add);
        if (!closed.isEmpty()) {
            return failed(
                    id,
                    title,
                    "No permission to write " + closed.getFirst() + ".",
                    "Run as the owner of the files, or give yourself write permission.");
        }
        try {
            long room = Files.getFileStore(input.directory()).getUsableSpace();
            return room < ROOM
                    ? failed(id, title, "Only " + ByteWords.of(room) + " are free.", "Make room on that disk.")
                    : passed(id, title, ByteWords.of(room) + " are free.");
        } catch (IOException e) {
            return failed(id, title, "The disk cannot be looked at: " + e.getMessage() + ".", "Check the disk.");
        }
    }

    private static PreflightItem passed(String id, String title, String seen) {
        return new PreflightItem(id, title, CheckStatus.PASSED, seen, Optional.empty());
    }

    private static PreflightItem failed(String id, String title, String seen, String fix) {
        return new PreflightItem(id, title, CheckStatus.FAILED, seen, Optional.of(fix));
    }
}
