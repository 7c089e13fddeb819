package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DanglingReferenceCheckTest {

    @Test
    void findsWhatASleepingServiceNeedsInVain() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web: {image: "nginx:1.29"}
                  debug:
                    image: busybox:1.37
                    profiles: [debug]
                    depends_on: [web, wed]
                  sidecar: {image: "busybox:1.37", profiles: [debug], network_mode: "service:wep"}
                """).lines("dangling-reference"))
                .containsExactly(
                        "warning 6:23 Service debug of profile debug needs wed, which is no service of the project.",
                        "warning 7:69 Service sidecar of profile debug needs wep, which is no service of the project.");
    }

    @Test
    void leavesReferencesAloneThatHold() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web: {image: "nginx:1.29"}
                  debug: {image: "busybox:1.37", profiles: [debug], depends_on: [web, other]}
                  other: {image: "busybox:1.37", profiles: [other]}
                """).lines("dangling-reference")).isEmpty();
    }

    @Test
    void leavesActiveServicesToTheReader() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web: {image: "nginx:1.29", depends_on: [wed]}
                """).lines("dangling-reference")).isEmpty();
    }
}
