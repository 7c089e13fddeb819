package dev.bulkhead.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

    @Test
    void splitsRegistryPathTagAndDigest() {
        assertThat(ImageReference.parse("registry.lan:5000/team/app:1.2@sha256:abc"))
                .contains(new ImageReference(
                        Optional.of("registry.lan:5000"), "team/app", Optional.of("1.2"), Optional.of("sha256:abc")));
    }

    @ParameterizedTest
    @CsvSource({
        "redis, redis",
        "redis:7-alpine, redis",
        "library/redis, redis",
        "docker.io/redis, redis",
        "docker.io/library/redis:7, redis",
        "index.docker.io/prom/prometheus, prom/prometheus",
        "prom/prometheus:v3, prom/prometheus",
        "ghcr.io/Owner/Name@sha256:abc, ghcr.io/owner/name",
        "localhost/app, localhost/app",
        "localhost:5000/library/redis, localhost:5000/library/redis",
    })
    void namesTheRepositoryTheSameHoweverItIsWritten(String text, String repository) {
        assertThat(ImageReference.parse(text).map(ImageReference::repository)).contains(repository);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "${IMAGE}", "docker.io/", "ghcr.io/owner/", ":latest", "two words"})
    void findsNothingWhereThereIsNoRepository(String text) {
        assertThat(ImageReference.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"redis, false", "redis:7.2.1, false", "redis:7@sha256:abc, true"})
    void isPinnedByADigestOnly(String text, boolean pinned) {
        assertThat(ImageReference.parse(text).map(ImageReference::pinned)).contains(pinned);
    }
}
