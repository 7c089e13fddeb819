package dev.bulkhead.compose.patch.value;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.text.Splice;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Change of a variable in the {@code .env} file that gives it its value, keeping the rest of the line. */
public final class EnvFileEdit {

    private final ComposeProject project;
    private final FileTree files;

    public EnvFileEdit(ComposeProject project, FileTree files) {
        this.project = project;
        this.files = files;
    }

    /**
     * Returns a way for each file that sets the variable.
     *
     * @param near the Compose file that uses it; an included one can have a {@code .env} of its own
     */
    List<Draft.Attempt> attempts(Path near, String variable, String value) {
        Set<Path> candidates = new LinkedHashSet<>();
        project.request()
                .envFiles()
                .forEach(f -> candidates.add(f.toAbsolutePath().normalize()));
        candidates.add(near.resolveSibling(".env"));
        candidates.add(project.directory().resolve(".env"));
        List<Draft.Attempt> attempts = new ArrayList<>();
        for (Path file : candidates) {
            attempts.add(() -> set(file, variable, value));
        }
        return attempts;
    }

    /** Returns the attempt to set a variable in a file that sets it already. */
    public Draft.Attempt attempt(Path file, String variable, String value) {
        return () -> set(file, variable, value);
    }

    private Draft set(Path file, String variable, String value) throws EditRejectedException {
        String text = read(file).orElseThrow(() -> notHere(file, variable));
        Matcher line = Pattern.compile("(?m)^[ \\t]*(?:export[ \\t]+)?" + Pattern.quote(variable)
                        + "[ \\t]*[=:][ \\t]*((?<quote>[\"']?)(?<value>[^\\r\\n]*?)\\k<quote>)[ \\t]*(?=[ \\t]#|\\r?$)")
                .matcher(text);
        int start = -1;
        int end = -1;
        String quote = "";
        // The last assignment wins (Compose Specification, .env file syntax).
        while (line.find()) {
            start = line.start("value");
            end = line.end("value");
            quote = line.group("quote");
        }
        if (start < 0) {
            throw notHere(file, variable);
        }
        if (!safe(value, quote)) {
            throw new EditRejectedException("the value of " + variable + " in " + file.getFileName()
                    + " would need quoting that Bulkhead does not write; set it by hand.");
        }
        return Draft.other(file, Splice.apply(text, List.of(new Splice(start, end, value))))
                .noting("The value comes from the variable " + variable + ", which is set in " + file.getFileName()
                        + "; it is changed there.");
    }

    private Optional<String> read(Path file) {
        try {
            return files.isFile(file)
                    ? Optional.of(new String(files.read(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean safe(String value, String quote) {
        String forbidden = quote.isEmpty() ? "\"'#$`\\\n\r" : quote + "$`\\\n\r";
        return value.chars().noneMatch(c -> forbidden.indexOf(c) >= 0) && value.equals(value.strip());
    }

    private static EditRejectedException notHere(Path file, String variable) {
        return new EditRejectedException("the value comes from the variable " + variable + ", which "
                + file.getFileName() + " does not set; set it where it comes from.");
    }
}
