package dev.bulkhead.workspace;

import dev.bulkhead.check.baseline.AcceptedFindings;
import dev.bulkhead.check.baseline.BaselineReader;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ProjectTextFile;
import dev.bulkhead.compose.yaml.SourceText;
import dev.bulkhead.files.FileTree;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** File of the findings that the operator of a project accepts, to be found and read. */
public final class BaselineFile {

    private BaselineFile() {}

    /** Returns where the baseline of a project is, whether it is there or not. */
    public static Path of(ComposeProject project) {
        return project.directory().resolve(AcceptedFindings.FILE);
    }

    /** Returns the day that entries are judged by: that of UTC, so that it is the same day on every machine. */
    public static LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Returns what a file accepts; nothing where there is none, and where it cannot be read a finding that says so. */
    public static AcceptedFindings read(FileTree files, ComposeProject project, Path file, LocalDate today) {
        if (!files.isFile(file)) {
            return new AcceptedFindings(AcceptedFindings.FILE, List.of(), List.of(), today);
        }
        try {
            SourceText text = ProjectTextFile.read(files, project.directory(), file);
            return BaselineReader.parse(text.name(), text.text(), today);
        } catch (ComposeException unreadable) {
            return AcceptedFindings.unreadable(
                    project.directory().relativize(file).toString().replace('\\', '/'), unreadable, today);
        }
    }
}
