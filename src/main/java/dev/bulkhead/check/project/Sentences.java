package dev.bulkhead.check.project;

/** Readers' words as whole sentences, as findings have them. */
final class Sentences {

    private Sentences() {}

    static String of(String text) {
        String begun = text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
