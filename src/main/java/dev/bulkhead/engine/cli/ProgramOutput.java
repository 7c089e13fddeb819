package dev.bulkhead.engine.cli;

/**
 * What a program gave.
 *
 * @param text standard output and error
 */
record ProgramOutput(int exitCode, String text) {}
