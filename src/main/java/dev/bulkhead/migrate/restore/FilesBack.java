package dev.bulkhead.migrate.restore;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.OverlayFileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decision of what becomes of each file of a restore point on the way back, made before anything is touched. What the run
 * wrote becomes again what it found; what somebody else changed meanwhile stays, where the two do not meet.
 *
 * @param root the project directory as it is named now
 * @param files the decision for each file
 */
public record FilesBack(Path root, List<FileReturn> files) {

    public FilesBack {
        files = List.copyOf(files);
    }

    /**
     * Decides.
     *
     * @param points the restore points of the runs that are undone, the last first
     * @param complete whether the restore points of all of them can be read; otherwise what looks like somebody else's
     *     change can be one of theirs
     * @param root the project directory as it is named now
     * @param choices name of a file to what the operator takes of it
     * @throws IOException if a file cannot be read
     */
    public static FilesBack decide(List<RestoreContent> points, boolean complete, Path root, Map<String, Take> choices)
            throws IOException {
        Map<String, FileReturn> files = new TreeMap<>();
        for (RestoreContent point : points) {
            for (FileCopy copy : FileCopy.together(
                    point.files(), name -> FileCopy.content(root.resolve(name).normalize()))) {
                FileReturn before = files.get(copy.name());
                FileReturn file = before == null
                        ? decide(
                                copy,
                                FileCopy.content(root.resolve(copy.name()).normalize()),
                                Optional.ofNullable(choices.get(copy.name())))
                        : further(before, copy, Optional.ofNullable(choices.get(copy.name())));
                files.put(
                        copy.name(),
                        file instanceof FileReturn.Merged && !complete
                                ? new FileReturn.Asks(
                                        copy.name(),
                                        "File " + copy.name() + " has been changed since, perhaps by a later run whose"
                                                + " restore point is damaged." + ways(copy.name()))
                                : file);
            }
        }
        return new FilesBack(root, List.copyOf(files.values()));
    }

    /** What an earlier run does to a file that was given back by a later one already, if only in mind. */
    private static FileReturn further(FileReturn later, FileCopy copy, Optional<Take> choice) {
        return switch (later) {
            case FileReturn.Asks asks -> asks;
            case FileReturn.Stays(String name, Optional<byte[]> now) -> decide(copy, now, choice);
            case FileReturn.PutBack put ->
                switch (decide(copy, put.content(), choice)) {
                    case FileReturn.Stays _ -> put;
                    case FileReturn.Asks asks -> asks;
                    case FileReturn.PutBack next ->
                        new FileReturn.PutBack(
                                put.name(), put.now(), next.content(), next.mode(), put.foreign() || next.foreign());
                    case FileReturn.Merged next -> merged(put.name(), put.now(), next);
                };
            case FileReturn.Merged merged ->
                switch (decide(copy, Optional.of(merged.content().bytes()), choice)) {
                    case FileReturn.Stays _ -> merged;
                    case FileReturn.Asks asks -> asks;
                    case FileReturn.PutBack next ->
                        new FileReturn.PutBack(
                                merged.name(), Optional.of(merged.now().bytes()), next.content(), next.mode(), true);
                    case FileReturn.Merged next -> new FileReturn.Merged(merged.name(), merged.now(), next.content());
                };
        };
    }

    private static FileReturn merged(String name, Optional<byte[]> now, FileReturn.Merged next) {
        return now.<FileReturn>map(bytes -> new FileReturn.Merged(name, new Kept.Bytes(bytes), next.content()))
                .orElseGet(() -> new FileReturn.PutBack(
                        name, now, Optional.of(next.content().bytes()), Optional.empty(), false));
    }

    private static FileReturn decide(FileCopy copy, Optional<byte[]> now, Optional<Take> choice) {
        String name = copy.name();
        if (copy.found().is(now) || choice.equals(Optional.of(Take.NOW))) {
            return new FileReturn.Stays(name, now);
        }
        if (copy.found() instanceof Kept.Damaged) {
            return new FileReturn.Asks(
                    name,
                    "The restore point's copy of " + name + " is damaged, so it is not put back; put the file right by"
                            + " hand, then take it as it is with --take " + name + "=now.");
        }
        Optional<byte[]> found =
                copy.found() instanceof Kept.Bytes(byte[] bytes) ? Optional.of(bytes) : Optional.empty();
        if (copy.written().is(now)) {
            return new FileReturn.PutBack(name, now, found, copy.mode(), false);
        }
        if (choice.equals(Optional.of(Take.FOUND))) {
            return new FileReturn.PutBack(name, now, found, copy.mode(), true);
        }
        if (now.isPresent() && found.isPresent() && copy.written() instanceof Kept.Bytes(byte[] written)) {
            ThreeWayMerge.Result result = ThreeWayMerge.merge(written, found.get(), now.get());
            return result.merged()
                    .<FileReturn>map(
                            merged -> new FileReturn.Merged(name, new Kept.Bytes(now.get()), new Kept.Bytes(merged)))
                    .orElseGet(() -> new FileReturn.Asks(
                            name,
                            "File " + name + " has been changed since, in the same place as the run had changed it"
                                    + " (line " + lines(result.meeting()) + " as the run wrote it)." + ways(name)));
        }
        return new FileReturn.Asks(name, "File " + name + " " + changed(now, found, copy) + ways(name));
    }

    private static String changed(Optional<byte[]> now, Optional<byte[]> found, FileCopy copy) {
        if (now.isEmpty()) {
            return "has been removed since.";
        }
        if (copy.written() instanceof Kept.Damaged) {
            return "has been changed since, and the restore point's copy of what the run wrote is damaged.";
        }
        return found.isEmpty()
                ? "was made by the run and has been changed since."
                : "was removed by the run and is there again with another content.";
    }

    private static String lines(List<Integer> lines) {
        return lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String ways(String name) {
        return " Take it as the run found it (--take " + name + "=found; a copy of yours is kept), or as it is now"
                + " (--take " + name + "=now).";
    }

    /** Returns what the operator has to settle first, one sentence each; empty when all files are settled. */
    public List<String> questions() {
        return files.stream()
                .filter(FileReturn.Asks.class::isInstance)
                .map(file -> ((FileReturn.Asks) file).sentence())
                .toList();
    }

    /**
     * Returns why the project could not be read once the files have become what was decided; empty when it can.
     *
     * @param disk the files as they are
     */
    public Optional<String> unreadable(ComposeRequest request, FileTree disk) {
        Map<Path, Optional<byte[]>> changed = new HashMap<>();
        for (FileReturn file : files) {
            switch (file) {
                case FileReturn.PutBack back -> changed.put(path(file), back.content());
                case FileReturn.Merged merged ->
                    changed.put(path(file), Optional.of(merged.content().bytes()));
                case FileReturn.Stays _, FileReturn.Asks _ -> {}
            }
        }
        FileTree after = OverlayFileTree.withAbsent(disk, changed);
        try {
            new ComposeLoader(after).load(request);
            return Optional.empty();
        } catch (ComposeException e) {
            return Optional.of("With the run's changes taken out of the files, the project cannot be read: "
                    + e.getMessage() + " Something in the files still needs what the run added; change that first.");
        }
    }

    /** Returns where a file stands; absolute. */
    Path path(FileReturn file) {
        return root.resolve(file.name()).toAbsolutePath().normalize();
    }

    /** Returns what becomes of the files that change, one sentence each. */
    public List<String> told() {
        return files.stream()
                .flatMap(file -> switch (file) {
                    case FileReturn.Stays _ -> List.<String>of().stream();
                    case FileReturn.PutBack back
                    when back.content().isEmpty() ->
                        List.of("File " + back.name() + " goes; the run had made it.").stream();
                    case FileReturn.PutBack back ->
                        List.of("File " + back.name() + " becomes what the run found"
                                        + (back.foreign() ? "; a copy of what it holds now is kept." : "."))
                                .stream();
                    case FileReturn.Merged merged ->
                        List.of("File " + merged.name() + " loses the run's changes and keeps those that were made"
                                        + " since; a copy of what it holds now is kept.")
                                .stream();
                    case FileReturn.Asks asks -> List.of(asks.sentence()).stream();
                })
                .toList();
    }
}
