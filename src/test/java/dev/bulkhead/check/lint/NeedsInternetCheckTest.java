package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeedsInternetCheckTest {

    @Test
    void findsAServiceThatCannotGetOut() throws Exception {
        assertThat(Linted.compose("""
                services:
                  bazarr: {image: "lscr.io/linuxserver/bazarr:v1.5.2-ls311", networks: [back]}
                networks: {back: {internal: true}}
                """).lines("needs-internet"))
                .containsExactly(
                        "warning 2:62 Service bazarr needs the internet (subtitles), but sits only on network back, which is internal.");
    }

    @Test
    void findsItInASharedNamespaceToo() throws Exception {
        assertThat(Linted.compose("""
                services:
                  gate: {image: "busybox:1.37", networks: [back]}
                  bazarr: {image: "lscr.io/linuxserver/bazarr:v1.5.2-ls311", network_mode: service:gate}
                networks: {back: {internal: true}}
                """).lines("needs-internet"))
                .containsExactly(
                        "warning 3:62 Service bazarr needs the internet (subtitles), but the namespace of gate has only network back, which is internal.");
    }

    @Test
    void isContentWithOneNetworkThatLeadsOut() throws Exception {
        assertThat(Linted.compose("""
                services:
                  bazarr: {image: "lscr.io/linuxserver/bazarr:v1.5.2-ls311", networks: [back, out]}
                  prowlarr:
                    image: lscr.io/linuxserver/prowlarr:2.0.5
                    networks: [back]
                    environment: {HTTPS_PROXY: "http://gate:3128"}
                  postgres: {image: "postgres:17", networks: [back]}
                  sonarr: {image: "lscr.io/linuxserver/sonarr:4.0.15", networks: [unknown]}
                networks: {back: {internal: true}, out: , unknown: {external: true}}
                """).lines("needs-internet")).isEmpty();
    }
}
