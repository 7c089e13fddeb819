package dev.bulkhead.migrate.project;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ProjectTextFile;
import dev.bulkhead.compose.yaml.SourceText;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.SamePlace;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.PlaybookException;
import dev.bulkhead.migrate.playbook.PlaybookReader;
import dev.bulkhead.reach.rules.Rules;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Playbooks of the operator's own, which the rules file lists. */
public final class OwnPlaybooks {

    private OwnPlaybooks() {}

    /**
     * Returns those that can be read, but for some files: what is wrong with another is said where that one is looked at.
     *
     * @param but files that are left out
     */
    public static Map<String, Playbook> readable(
            FileTree files, ComposeProject project, Rules rules, Collection<Path> but) {
        Map<String, Playbook> playbooks = new LinkedHashMap<>();
        for (Rules.Stated stated : rules.path().playbooks()) {
            try {
                Path place = project.directory().resolve(stated.text());
                if (but.stream().noneMatch(file -> SamePlace.of(file.toString(), place))) {
                    SourceText text = ProjectTextFile.read(files, project.directory(), place);
                    playbooks.put(text.name(), new PlaybookReader().read(text.name(), text.text()));
                }
            } catch (ComposeException | InvalidPathException | PlaybookException e) {
                // told where that one is checked
            }
        }
        return playbooks;
    }

    /**
     * Returns them by the name of the file of each, in the order of the list.
     *
     * @throws MigrationException if one cannot be read or used, with one sentence that names the place
     */
    public static Map<String, Playbook> read(FileTree files, ComposeProject project, Rules rules)
            throws MigrationException {
        Map<String, Playbook> playbooks = new LinkedHashMap<>();
        for (Rules.Stated stated : rules.path().playbooks()) {
            try {
                SourceText text = ProjectTextFile.read(
                        files, project.directory(), project.directory().resolve(stated.text()));
                if (playbooks.put(text.name(), new PlaybookReader().read(text.name(), text.text())) != null) {
                    throw new MigrationException(
                            stated.at() + ": " + stated.text() + " is listed twice; once is enough.");
                }
            } catch (ComposeException | InvalidPathException e) {
                throw new MigrationException(
                        stated.at() + ": the playbook " + stated.text() + " cannot be read: " + e.getMessage(), e);
            } catch (PlaybookException e) {
                throw new MigrationException(String.valueOf(e.getMessage()), e);
            }
        }
        return playbooks;
    }
}
