package dev.bulkhead.workspace.imported;

import dev.bulkhead.address.EnginePools;
import dev.bulkhead.engine.observed.EngineDetails;
import java.util.List;

/** Import of what an engine runs: a project for each that its containers say they belong to. */
public final class EngineImport {

    private EngineImport() {}

    /**
     * Imports containers with the networks and volumes they use.
     *
     * @param pools what the engine gives networks that state no subnet
     */
    public static List<ImportedProject> of(EngineDetails details, EnginePools pools, ImportChoices choices) {
        return FoundProject.of(details, choices).stream()
                .map(found -> new ProjectFiles(details, pools, found, choices).make())
                .toList();
    }
}
