package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImageTagCheckTest {

    @Test
    void findsImagesThatMove() throws Exception {
        assertThat(Linted.compose("""
                services:
                  one: {image: nginx}
                  two: {image: "lscr.io/linuxserver/sonarr:latest"}
                """).lines("image-tag"))
                .containsExactly(
                        "info 2:9 Image nginx of service one has no tag: it can be another one after any pull.",
                        "info 3:9 Image lscr.io/linuxserver/sonarr of service two has the tag latest: it can be another one after any pull.");
    }

    @Test
    void aLineOfReleasesAndAVariantAloneMoveToo() throws Exception {
        assertThat(Linted.compose("""
                services:
                  a: {image: "nginx:stable-slim"}
                  b: {image: "postgres:alpine"}
                  c: {image: "nginx:mainline-alpine"}
                  d: {image: "x:latest-amd64"}
                  e: {image: "x:nightly-2024-01-31"}
                  f: {image: "x:16-alpine"}
                  g: {image: "x:alpine3.20"}
                  h: {image: "x:main-3f2c1ab"}
                  i: {image: "x:oldversion"}
                """).lines("image-tag"))
                .extracting(line -> line.substring(5, line.indexOf(" ", 5)))
                .containsExactly("2:7", "3:7", "4:7", "5:7");
    }

    @Test
    void isContentWithVersionsDigestsAndWhatIsBuiltHere() throws Exception {
        assertThat(Linted.compose("""
                services:
                  version: {image: "registry.lan:5000/nginx:1.29"}
                  digest: {image: "nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}
                  built: {image: shop/web, build: ./web}
                  also-built: {build: ./api}
                """).lines("image-tag")).isEmpty();
    }
}
