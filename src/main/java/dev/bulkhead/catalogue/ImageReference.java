package dev.bulkhead.catalogue;

import java.util.Locale;
import java.util.Optional;

/**
 * An image reference in its parts, as defined by the distribution reference grammar.
 *
 * @param registry host of the registry; empty means Docker Hub
 * @param path repository inside the registry, without the {@code library/} of Docker Hub's official images
 * @param tag the tag, where stated
 * @param digest the digest, such as {@code sha256:...}, where stated
 */
public record ImageReference(Optional<String> registry, String path, Optional<String> tag, Optional<String> digest) {

    private static final String OFFICIAL = "library/";

    /** Returns the parts of a reference, or nothing when it has no repository (an unresolved variable, say). */
    public static Optional<ImageReference> parse(String text) {
        String rest = text.strip();
        int at = rest.indexOf('@');
        Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(rest.substring(at + 1));
        rest = at < 0 ? rest : rest.substring(0, at);

        int slash = rest.lastIndexOf('/');
        int colon = rest.indexOf(':', slash + 1);
        Optional<String> tag = colon < 0 ? Optional.empty() : Optional.of(rest.substring(colon + 1));
        rest = colon < 0 ? rest : rest.substring(0, colon);

        Optional<String> registry = registryOf(rest);
        String path = registry.map(String::length)
                .map(l -> l + 1)
                .map(rest::substring)
                .orElse(rest);
        if (registry.isPresent() && isDockerHub(registry.get())) {
            registry = Optional.empty();
        }
        if (registry.isEmpty() && path.startsWith(OFFICIAL)) {
            path = path.substring(OFFICIAL.length());
        }
        if (path.isEmpty()
                || path.endsWith("/")
                || path.contains("$")
                || path.chars().anyMatch(Character::isWhitespace)) {
            return Optional.empty();
        }
        return Optional.of(new ImageReference(registry, path.toLowerCase(Locale.ROOT), tag, digest));
    }

    /** Returns registry and path, such as {@code ghcr.io/owner/name}; Docker Hub's have no registry. */
    public String repository() {
        return registry.map(host -> host + "/" + path).orElse(path);
    }

    /** Returns the last element of the path, such as {@code sonarr}. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns whether the reference always names the same image: only a digest does. */
    public boolean pinned() {
        return digest.isPresent();
    }

    private static Optional<String> registryOf(String repository) {
        int slash = repository.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String first = repository.substring(0, slash);
        boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
        return host ? Optional.of(first) : Optional.empty();
    }

    private static boolean isDockerHub(String host) {
        return host.equals("docker.io") || host.equals("index.docker.io") || host.equals("registry-1.docker.io");
    }
}
