package dev.bulkhead.engine;

/**
 * Result of a command inside a container.
 *
 * @param exitCode the command's exit code
 * @param output standard output and error, in the order they came
 */
public record ExecResult(int exitCode, String output) {}
