package dev.bulkhead.compose.load.source;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.yaml.SourceText;
import dev.bulkhead.compose.yaml.YamlFile;
import dev.bulkhead.compose.yaml.YamlLimits;
import dev.bulkhead.compose.yaml.YamlReader;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.SourceMark;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;

/**
 * Store of the files of one project: each is read once, and refused where it is no text or too large to be a Compose
 * file.
 */
public final class SourceStore {

    /** Larger files are refused unread; a project of 10,000 services is about 5 MiB. */
    static final long MAX_BYTES = 10L * 1024 * 1024;

    private final FileTree files;
    private Path directory;
    private final Map<Path, SourceText> texts = new LinkedHashMap<>();
    private final Map<Path, YamlFile> parsed = new LinkedHashMap<>();
    private final Map<Path, FutureTask<YamlFile>> ahead = new HashMap<>();

    /** Reads from a tree; names are relative to a directory. */
    public SourceStore(FileTree files, Path directory) {
        this.files = files;
        this.directory = directory;
    }

    /** Sets the directory that names of files read from now on are relative to. */
    public void nameRelativeTo(Path projectDirectory) {
        directory = projectDirectory;
    }

    public boolean isFile(Path file) {
        return files.isFile(file);
    }

    public boolean isDirectory(Path path) {
        return files.isDirectory(path);
    }

    /**
     * Returns a Compose file as a tree.
     *
     * @throws ComposeException if it is not there, not readable, too large, not text or not YAML
     */
    public YamlFile yaml(Path file) throws ComposeException {
        YamlFile known = parsed.get(file);
        if (known == null) {
            FutureTask<YamlFile> begun = ahead.remove(file);
            known = begun == null ? YamlReader.parse(text(file), YamlLimits.DEFAULT) : finish(begun);
            texts.putIfAbsent(file, known.source());
            parsed.put(file, known);
        }
        return known;
    }

    /** Begins to read Compose files that will be asked for, on the other processors; one alone is not worth it. */
    public void readAhead(Collection<Path> wanted) {
        List<Path> files =
                wanted.stream().distinct().filter(f -> !texts.containsKey(f)).toList();
        if (files.size() < 2) {
            return;
        }
        // the last first: the caller asks for the first ones and reads itself what nobody has begun
        for (Path file : files.reversed()) {
            FutureTask<YamlFile> task = new FutureTask<>(() -> YamlReader.parse(read(file), YamlLimits.DEFAULT));
            if (ahead.putIfAbsent(file, task) == null) {
                ForkJoinPool.commonPool().execute(task);
            }
        }
    }

    private static YamlFile finish(FutureTask<YamlFile> begun) throws ComposeException {
        begun.run();
        try {
            return begun.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ComposeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ComposeException("Reading was interrupted.");
        }
    }

    /**
     * Returns the text of a file.
     *
     * @throws ComposeException if it is not there, not readable, too large or not text
     */
    public SourceText text(Path file) throws ComposeException {
        SourceText known = texts.get(file);
        if (known == null) {
            known = read(file);
            texts.put(file, known);
        }
        return known;
    }

    private SourceText read(Path file) throws ComposeException {
        return new SourceText(name(file), decode(file, bytes(file)));
    }

    /** Returns the Compose files read so far, in the order of reading. */
    public List<ComposeFile> composeFiles() {
        return parsed.entrySet().stream()
                .map(e -> new ComposeFile(
                        e.getKey(),
                        e.getValue().source().name(),
                        e.getValue().source().text()))
                .toList();
    }

    /** Returns the trees of the Compose files read so far. */
    public Collection<YamlFile> trees() {
        return parsed.values();
    }

    /** Returns whether a file lies outside the project directory. */
    boolean isOutside(Path file) {
        return !file.startsWith(directory);
    }

    /** Returns the name that marks give a file: relative to the project directory, with forward slashes. */
    public String name(Path file) {
        try {
            return directory.relativize(file).toString().replace('\\', '/');
        } catch (IllegalArgumentException e) {
            return file.toString();
        }
    }

    private byte[] bytes(Path file) throws ComposeException {
        String name = name(file);
        if (files.isDirectory(file)) {
            throw new ComposeException(name + " is a directory; name a file in it.");
        }
        try {
            long size = files.size(file);
            if (size > MAX_BYTES) {
                throw new ComposeException(
                        name + " has " + size / (1024 * 1024) + " MiB, more than the " + MAX_BYTES / (1024 * 1024)
                                + " MiB that Bulkhead reads; name a Compose file, or split this one.");
            }
            return files.read(file);
        } catch (NoSuchFileException e) {
            throw new ComposeException(name + " does not exist; correct the name or create the file.");
        } catch (AccessDeniedException e) {
            throw new ComposeException(
                    name + " cannot be read for lack of permission; give yourself read access to it.");
        } catch (IOException e) {
            throw new ComposeException(name + " cannot be read (" + e.getMessage() + "); check the file and its disk.");
        }
    }

    private String decode(Path file, byte[] bytes) throws ComposeException {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            throw new ComposeException(new SourceMark(name(file), 1, 1), "the file is UTF-16 text; save it as UTF-8.");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        java.nio.CharBuffer out = java.nio.CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        int binary = text.indexOf('\0');
        if (binary >= 0) {
            throw at(file, text, binary, "a zero byte stands here, so this is no text file; name a Compose file.");
        }
        try {
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException e) {
            throw at(file, text, text.length(), "the bytes here are not UTF-8; save the file as UTF-8 text.");
        }
        return text;
    }

    private ComposeException at(Path file, String text, int offset, String sentence) {
        return new ComposeException(new SourceText(name(file), text).mark(offset), sentence);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
