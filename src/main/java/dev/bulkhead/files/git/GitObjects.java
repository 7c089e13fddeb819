package dev.bulkhead.files.git;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Objects of a repository, asked of one git that goes on answering. Safe for use by several threads. */
final class GitObjects implements AutoCloseable {

    /** Larger files than any that is read; they are passed over, so that they need no room. */
    private static final long MOST = 64L * 1024 * 1024;

    /** What an entry of a tree is. */
    enum Kind {
        FILE,
        LINK,
        TREE,
        SUBMODULE
    }

    /**
     * Entry of a tree.
     *
     * @param id the object that holds it
     */
    record Entry(Kind kind, String id) {}

    /** Content of a file. */
    static final class Content {

        private final long size;
        private final byte[] bytes;

        private Content(long size, byte[] bytes) {
            this.size = size;
            this.bytes = bytes;
        }

        long size() {
            return size;
        }

        /** Returns the bytes; none where they are too many to be read. */
        byte[] bytes() {
            return bytes.clone();
        }

        boolean isWhole() {
            return size == bytes.length;
        }
    }

    private record Raw(String id, String type, Content content) {}

    private final Process git;
    private final InputStream answers;
    private final OutputStream questions;
    private final Map<String, SortedMap<String, Entry>> trees = new HashMap<>();
    private final Map<String, Content> contents = new HashMap<>();

    GitObjects(GitProgram program) throws GitException {
        this.git = program.start(List.of("cat-file", "--batch"));
        this.answers = new BufferedInputStream(git.getInputStream());
        this.questions = git.getOutputStream();
    }

    /** Returns the tree of a commit; empty where the repository does not hold it. */
    synchronized Optional<String> treeOf(String commit) throws IOException {
        return ask(commit + "^{tree}").filter(raw -> raw.type().equals("tree")).map(raw -> {
            trees.put(raw.id(), entries(raw));
            return raw.id();
        });
    }

    /** Returns what a tree holds, by name. */
    synchronized SortedMap<String, Entry> entries(String tree) throws IOException {
        SortedMap<String, Entry> known = trees.get(tree);
        if (known == null) {
            known = entries(held(tree));
            trees.put(tree, known);
        }
        return known;
    }

    /** Returns what a file or the text of a link holds. */
    synchronized Content content(String id) throws IOException {
        Content known = contents.get(id);
        if (known == null) {
            known = held(id).content();
            contents.put(id, known);
        }
        return known;
    }

    private Raw held(String id) throws IOException {
        return ask(id).orElseThrow(() -> new GitException(
                "This clone lacks the object " + id + ", as clones made with --filter do; make a whole clone."));
    }

    private Optional<Raw> ask(String name) throws IOException {
        questions.write((name + "\n").getBytes(StandardCharsets.UTF_8));
        questions.flush();
        List<String> words = List.of(line().split(" ", -1));
        if (words.size() != 3
                || words.getLast().isEmpty()
                || !Character.isDigit(words.getLast().charAt(0))) {
            return Optional.empty();
        }
        long size = Long.parseLong(words.getLast());
        byte[] bytes = new byte[0];
        if (size <= MOST) {
            bytes = answers.readNBytes((int) size);
        } else {
            answers.skipNBytes(size);
        }
        answers.skipNBytes(1);
        return Optional.of(new Raw(words.getFirst(), words.get(1), new Content(size, bytes)));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = answers.read();
        while (next != '\n') {
            if (next < 0) {
                throw new GitException("git ended while it was asked; git fsck tells whether the repository is whole.");
            }
            line.write(next);
            next = answers.read();
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Reads a tree as git keeps it: mode, a space, name, a zero byte, id; again and again. */
    private static SortedMap<String, Entry> entries(Raw raw) {
        SortedMap<String, Entry> entries = new TreeMap<>();
        byte[] bytes = raw.content().bytes();
        int idLength = raw.id().length() / 2;
        int at = 0;
        while (at < bytes.length) {
            int space = indexOf(bytes, ' ', at);
            int zero = indexOf(bytes, '\0', space);
            String mode = new String(bytes, at, space - at, StandardCharsets.UTF_8);
            String name = new String(bytes, space + 1, zero - space - 1, StandardCharsets.UTF_8);
            String id = HexFormat.of().formatHex(Arrays.copyOfRange(bytes, zero + 1, zero + 1 + idLength));
            entries.put(name, new Entry(kind(mode), id));
            at = zero + 1 + idLength;
        }
        return entries;
    }

    private static Kind kind(String mode) {
        return switch (mode) {
            case "40000" -> Kind.TREE;
            case "120000" -> Kind.LINK;
            case "160000" -> Kind.SUBMODULE;
            default -> Kind.FILE;
        };
    }

    private static int indexOf(byte[] bytes, char wanted, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    @Override
    public void close() {
        git.destroy();
    }
}
