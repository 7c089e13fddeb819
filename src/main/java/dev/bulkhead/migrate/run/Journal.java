package dev.bulkhead.migrate.run;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.files.PrivateFiles;
import dev.bulkhead.migrate.goal.Awaited;
import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.migrate.goal.SwarmTask;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.SecretTask;
import dev.bulkhead.migrate.record.Digest;
import dev.bulkhead.migrate.record.StoredJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run's journal: one JSON object a line, appended and made durable before anything it speaks of is done. Each line has
 * its number, its format and a digest over all of it, so that a damaged line is known and the others still count. A last
 * line that a crash cut off is skipped.
 */
final class Journal {

    private static final String NAME = "journal.jsonl";
    private static final int FORMAT = 2;
    private static final String OLDER = "{\"kind\":\"";
    private static final Pattern LINE = Pattern.compile(
            "\\{\"format\":(\\d{1,9}),\"n\":(\\d{1,9}),\"entry\":(.*),\"digest\":\"([0-9a-f]{64})\"\\}");

    private static final ObjectMapper JSON = StoredJson.mapper(
                    JournalEntry.class,
                    Operation.class,
                    SwarmTask.class,
                    SecretTask.class,
                    SecretSource.class,
                    Awaited.class,
                    Awaited.Trust.class)
            .addMixIn(SecretSource.Generated.class, GeneratedOfEarlierBuilds.class)
            .build();

    /** Earlier builds did not say whether a new value is shown. */
    abstract static class GeneratedOfEarlierBuilds {
        @JsonCreator
        GeneratedOfEarlierBuilds(
                @JsonProperty("form") SecretSource.Form form,
                @JsonProperty("length") int length,
                @JsonProperty("shown") @JacksonInject(value = StoredJson.CAME_LATER, useInput = OptBoolean.TRUE)
                        boolean shown) {}
    }

    private final Path file;

    /**
     * What a journal holds.
     *
     * @param entries the lines that are what was written, in order
     * @param damage what is wrong with the others, one part of a sentence each; empty when nothing is
     */
    record Reading(List<JournalEntry> entries, List<String> damage) {
        Reading {
            entries = List.copyOf(entries);
            damage = List.copyOf(damage);
        }
    }

    Journal(Path runDirectory) {
        this.file = runDirectory.resolve(NAME);
    }

    /** Returns whether there is one. */
    boolean exists() {
        return Files.isRegularFile(file);
    }

    /**
     * Returns whether it is one of the first format, whose lines had neither number nor digest.
     *
     * @throws IOException if it cannot be read
     */
    boolean older() throws IOException {
        byte[] start = OLDER.getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(start.length), start);
        }
    }

    /**
     * Appends a line and waits until it is on the disk.
     *
     * @throws IOException if it cannot be written; then what it speaks of must not be done
     */
    void append(JournalEntry entry) throws IOException {
        String text = JSON.writerFor(JournalEntry.class).writeValueAsString(entry);
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PrivateFiles.closed(file))) {
            ByteBuffer whole = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            while (whole.hasRemaining() && channel.read(whole) >= 0) {
                // until all of it is read
            }
            Ending ending = Ending.of(whole.array());
            ByteBuffer buffer = ByteBuffer.wrap(
                    (ending.completion() + line(ending.lines() + 1, text) + "\n").getBytes(StandardCharsets.UTF_8));
            channel.position(ending.at());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.truncate(channel.position());
            channel.force(true);
        }
    }

    private static String line(int number, String entry) {
        return "{\"format\":" + FORMAT + ",\"n\":" + number + ",\"entry\":" + entry + ",\"digest\":\""
                + digest(FORMAT, number, entry) + "\"}";
    }

    private static String digest(int format, int number, String entry) {
        return Digest.of("journal " + format + " " + number + "\n" + entry);
    }

    /**
     * Where the next line goes: after the last whole line. What a crash cut off is written over.
     *
     * @param lines how many lines come before it
     * @param at its place in bytes
     * @param completion what the line before it lacks
     */
    private record Ending(int lines, int at, String completion) {

        static Ending of(byte[] present) {
            int lines = 0;
            int end = 0;
            for (int i = 0; i < present.length; i++) {
                if (present[i] == '\n') {
                    lines++;
                    end = i + 1;
                }
            }
            String rest = new String(present, end, present.length - end, StandardCharsets.UTF_8);
            int whole = wholeLine(rest).getBytes(StandardCharsets.UTF_8).length;
            return whole == 0 ? new Ending(lines, end, "") : new Ending(lines + 1, end + whole, "\n");
        }
    }

    /** Returns the whole line that a text without an end of line begins with; empty if it begins with none. */
    private static String wholeLine(String rest) {
        Matcher parts = LINE.matcher(rest);
        return parts.lookingAt() && sound(parts) ? parts.group() : "";
    }

    private static boolean sound(Matcher parts) {
        return parts.group(4)
                .equals(digest(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), parts.group(3)));
    }

    /**
     * Returns its lines.
     *
     * @throws IOException if it cannot be read
     */
    Reading read() throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        List<String> damage = new ArrayList<>();
        // bytes that are no UTF-8 become other characters, which the digest tells
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        String rest = text.substring(start);
        String whole = wholeLine(rest);
        if (!whole.isEmpty()) {
            lines.add(whole);
            if (rest.length() > whole.length()) {
                damage.add("the end of line " + lines.size() + " of " + file + " is damaged");
            }
        }
        int last = 0;
        for (int i = 0; i < lines.size(); i++) {
            Matcher parts = LINE.matcher(lines.get(i));
            if (!parts.matches() || !sound(parts)) {
                damage.add("line " + (i + 1) + " of " + file + " is damaged");
                continue;
            }
            int number = Integer.parseInt(parts.group(2));
            if (number > last + 1 && damage.isEmpty()) {
                damage.add("before line " + (i + 1) + " of " + file + " a line is missing");
            }
            last = number;
            if (Integer.parseInt(parts.group(1)) != FORMAT) {
                damage.add("line " + (i + 1) + " of " + file + " is of format " + parts.group(1)
                        + ", which this version of Bulkhead does not know");
                continue;
            }
            entries.add(JSON.readValue(parts.group(3), JournalEntry.class));
        }
        return new Reading(entries, damage);
    }
}
