package dev.bulkhead.catalogue;

/** Pattern of the repositories that an entry speaks of. */
public sealed interface ImagePattern {

    /**
     * One repository; without a registry it also stands for copies of it in other registries.
     *
     * @param repository as {@link ImageReference#repository()} gives it
     */
    record Repository(String repository) implements ImagePattern {}

    /**
     * Every repository whose last element has this name, written {@code *}{@code /name}.
     *
     * @param name last element of the path
     */
    record AnyNamed(String name) implements ImagePattern {}

    /** Returns the pattern of a text such as {@code prom/prometheus} or {@code *}{@code /sonarr}. */
    static ImagePattern parse(String text) {
        return text.startsWith("*/") ? new AnyNamed(text.substring(2)) : new Repository(text);
    }
}
