package dev.bulkhead.engine.cli;

/**
 * Output of a program.
 *
 * @param text standard output and error
 */
record ProgramOutput(int exitCode, String text) {}
