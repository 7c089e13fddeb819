package dev.bulkhead.workspace.imported;

import java.util.List;

/**
 * Compose project made of what an engine runs.
 *
 * @param name its name
 * @param files its files
 */
public record ImportedProject(String name, List<ImportedFile> files) {

    public ImportedProject {
        files = List.copyOf(files);
    }
}
