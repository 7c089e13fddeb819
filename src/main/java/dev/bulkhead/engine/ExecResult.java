package dev.bulkhead.engine;

/**
 * What a command inside a container gave.
 *
 * @param exitCode the command's exit code
 * @param output standard output and error, in the order they came
 */
public record ExecResult(int exitCode, String output) {}
