package dev.bulkhead.catalogue;

/**
 * A flow between two images that is usual when both are in one stack.
 *
 * @param target id of the entry that is called
 * @param port TCP port it is called on
 * @param why what for, in a few words
 */
public record Integration(String target, int port, String why) {}
