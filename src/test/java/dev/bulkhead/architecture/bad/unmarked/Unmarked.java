package dev.bulkhead.architecture.bad.unmarked;

/** A class in a package that NullAway does not check. */
public record Unmarked(String text) {}
