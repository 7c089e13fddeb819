package dev.bulkhead.check.lint;

import dev.bulkhead.catalogue.ImageReference;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Check for images without a tag, or with one that moves such as {@code latest}: they are others after the next pull (Docker documentation,
 * image tags).
 */
final class ImageTagCheck implements Check {

    /** Tags that publishers move on with every build or release. */
    private static final Set<String> FLOATING = Set.of(
            "latest",
            "stable",
            "release",
            "main",
            "master",
            "edge",
            "nightly",
            "develop",
            "dev",
            "beta",
            "alpha",
            "canary",
            "rolling",
            "next",
            "testing",
            "unstable",
            "lts",
            "current",
            "public",
            "mainline",
            "production");

    /** What publishers put behind a version to tell one build of it from another. */
    private static final Set<String> VARIANTS = Set.of(
            "alpine",
            "slim",
            "debian",
            "ubuntu",
            "bookworm",
            "bullseye",
            "buster",
            "trixie",
            "jammy",
            "focal",
            "noble",
            "fpm",
            "apache",
            "full",
            "minimal",
            "rootless",
            "unprivileged",
            "distroless",
            "perl",
            "cli");

    /** Machines that a build is for. */
    private static final Set<String> MACHINES =
            Set.of("amd64", "arm64", "arm64v8", "arm32v7", "armv7", "armhf", "aarch64", "x86", "64");

    @Override
    public String id() {
        return "image-tag";
    }

    @Override
    public String title() {
        return "Images have a tag that stays";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = FindingBuilder.of(this, input);
        for (Service service : input.topology().services().values()) {
            // What is built here has its tag as a name only.
            Optional<ImageReference> moving = service.container()
                    .image()
                    .filter(image -> !service.container().built())
                    .flatMap(ImageReference::parse)
                    .filter(ImageTagCheck::moves);
            moving.ifPresent(image -> findings.accept(build.finding(
                    severity(),
                    List.of(Element.service(service.key())),
                    Element.service(service.key()).field("image"),
                    "Image " + image.repository() + " of service " + service.key()
                            + image.tag().map(tag -> " has the tag " + tag).orElse(" has no tag")
                            + ": it can be another one after any pull.",
                    "Name a version, or the digest that runs now.")));
        }
    }

    private static boolean moves(ImageReference image) {
        return !image.pinned() && image.tag().map(ImageTagCheck::floats).orElse(true);
    }

    /** A tag that names no version, but a line of releases ({@code stable-slim}) or a variant alone ({@code alpine}). */
    private static boolean floats(String tag) {
        List<String> words = Arrays.stream(tag.toLowerCase(Locale.ROOT).split("[-_]", -1))
                .filter(word -> !MACHINES.contains(word))
                .toList();
        return words.stream().noneMatch(word -> word.matches(".*\\d.*"))
                && (words.stream().anyMatch(FLOATING::contains) || VARIANTS.containsAll(words));
    }
}
