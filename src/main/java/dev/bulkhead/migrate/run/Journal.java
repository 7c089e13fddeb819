package dev.bulkhead.migrate.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.restore.StoredJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A run's journal: one JSON object a line, appended and made durable before anything it speaks of is done. A last line
 * that a crash cut off is skipped.
 */
final class Journal {

    private static final String NAME = "journal.jsonl";

    private final Path file;
    private final ObjectMapper json =
            StoredJson.mapper(JournalEntry.class, Operation.class).build();

    Journal(Path runDirectory) {
        this.file = runDirectory.resolve(NAME);
    }

    /** Returns whether there is one. */
    boolean exists() {
        return Files.isRegularFile(file);
    }

    /**
     * Appends a line and waits until it is on the disk.
     *
     * @throws IOException if it cannot be written; then what it speaks of must not be done
     */
    void append(JournalEntry entry) throws IOException {
        byte[] line =
                (json.writerFor(JournalEntry.class).writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.position(endOfLastLine(channel));
            ByteBuffer buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.truncate(channel.position());
            channel.force(true);
        }
    }

    /** Returns where the next line goes: a line without its end was cut off by a crash and is written over. */
    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            if (channel.read(one, end - 1) == 1 && one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    /**
     * Returns its lines.
     *
     * @throws IOException if it cannot be read
     */
    List<JournalEntry> read() throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        String text = Files.readString(file);
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            entries.add(json.readValue(text.substring(start, end), JournalEntry.class));
            start = end + 1;
        }
        return entries;
    }
}
