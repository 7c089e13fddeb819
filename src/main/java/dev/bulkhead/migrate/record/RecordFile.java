package dev.bulkhead.migrate.record;

import dev.bulkhead.files.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of record, each in a file of its own: a first line {@code bulkhead KIND FORMAT DIGEST}, then its JSON. The
 * digest is over kind, format and JSON, so that no byte of the file can change unnoticed.
 *
 * @param kind a word, for instance {@code plan}
 * @param format the format this version writes and reads; raised when an older version could not read it
 */
public record RecordFile(String kind, int format) {

    private static final Pattern HEAD = Pattern.compile("bulkhead ([a-z-]+) (\\d{1,9}) ([0-9a-f]{64})");
    private static final int LONGEST_HEAD = 200;

    /**
     * Writes a record, closed to other users and durable.
     *
     * @throws IOException if it cannot be written; then the file holds what it held
     */
    public void write(Path file, byte[] json) throws IOException {
        byte[] head = ("bulkhead " + kind + " " + format + " " + digest(kind, format, json) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(head, head.length + json.length);
        System.arraycopy(json, 0, whole, head.length, json.length);
        PrivateFiles.write(file, whole);
    }

    /**
     * Returns the JSON of a record.
     *
     * @throws DamagedRecordException if it is not there, not what was written, or of a format of another version
     * @throws IOException if it cannot be read
     */
    public byte[] read(Path file) throws IOException {
        byte[] whole;
        try {
            whole = Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            throw new DamagedRecordException(file + " is missing");
        }
        int end = 0;
        while (end < whole.length && end < LONGEST_HEAD && whole[end] != '\n') {
            end++;
        }
        Matcher head = HEAD.matcher(new String(whole, 0, end, StandardCharsets.ISO_8859_1));
        byte[] json = Arrays.copyOfRange(whole, Math.min(end + 1, whole.length), whole.length);
        if (!head.matches()
                || end == whole.length
                || !head.group(3).equals(digest(head.group(1), Integer.parseInt(head.group(2)), json))) {
            throw new DamagedRecordException(file + " is damaged: it is not what was written");
        }
        if (!head.group(1).equals(kind) || Integer.parseInt(head.group(2)) != format) {
            throw new DamagedRecordException(file + " is a record '" + head.group(1) + "' of format " + head.group(2)
                    + ", and this version of Bulkhead reads '" + kind + "' of format " + format);
        }
        return json;
    }

    private static String digest(String kind, int format, byte[] json) {
        return Digest.of((kind + " " + format + "\n").getBytes(StandardCharsets.US_ASCII), json);
    }
}
