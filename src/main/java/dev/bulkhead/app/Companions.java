package dev.bulkhead.app;

import dev.bulkhead.cli.BulkheadCli;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writer of what packages install beside the program: page of the manual, completion for shells, names of the commands. */
public final class Companions {

    private Companions() {}

    /** Takes the directory to write to. */
    public static void main(String[] words) throws IOException {
        Path to = Files.createDirectories(Path.of(words[0]));
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        BulkheadCli commands = new BulkheadCli(Main.context(to, err, err));
        for (Map.Entry<String, String> file : commands.companions().entrySet()) {
            Files.writeString(to.resolve(file.getKey()), file.getValue());
        }
    }
}
