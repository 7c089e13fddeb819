package dev.bulkhead.compose;

import java.nio.file.Path;

/**
 * One Compose file of a project.
 *
 * @param path absolute, normalised path
 * @param name path relative to the project directory with forward slashes, as marks name it
 * @param text its decoded text, byte order mark included if it had one
 */
public record ComposeFile(Path path, String name, String text) {}
