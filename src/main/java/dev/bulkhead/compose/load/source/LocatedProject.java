package dev.bulkhead.compose.load.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Location of a project and what it is read with.
 *
 * @param directory the project directory, absolute
 * @param files the files asked for or discovered, absolute
 * @param variables the process environment and the project's env files
 * @param statedName the project name of the command line or {@code COMPOSE_PROJECT_NAME}
 * @param profiles the active profiles
 */
public record LocatedProject(
        Path directory, List<Path> files, Variables variables, Optional<String> statedName, List<String> profiles) {}
