package dev.bulkhead.workspace.imported;

import java.util.Optional;

/**
 * What an operator wants of an import.
 *
 * @param project the Compose project whose containers are meant; empty means all containers
 * @param directory name of the directory, after which containers that belong to no project are named together
 * @param secrets where the values of secrets go
 * @param environmentInFile whether all values of the environment go into {@code .env}, secret or not
 */
public record ImportChoices(
        Optional<String> project, String directory, SecretPlace secrets, boolean environmentInFile) {}
