package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DockerApiCheckTest {

    @Test
    void findsASocketProxyThatMayWriteAmongOthersThanItsClient() throws Exception {
        assertThat(Linted.compose("""
                services:
                  socket: {image: "tecnativa/docker-socket-proxy:0.2.0", environment: {CONTAINERS: 1, POST: 1}}
                  traefik: {image: "traefik:v3.1", command: ["--providers.docker.endpoint=tcp://socket:2375"]}
                  blog: {image: "wordpress:6.5-apache"}
                """).lines("docker-api"))
                .containsExactly(
                        "warning 2:3 Socket proxy socket lets its clients write to the engine, and blog reaches it over a"
                                + " shared network: whoever breaks in there commands the engine.");
    }

    @Test
    void leavesAProxyAloneThatIsAloneWithItsClientOrMayOnlyRead() throws Exception {
        assertThat(Linted.compose("""
                services:
                  socket: {image: "tecnativa/docker-socket-proxy:0.2.0", environment: {POST: 1}, networks: [socket]}
                  reader: {image: "lscr.io/linuxserver/socket-proxy:3.0", environment: {POST: 0}, networks: [front]}
                  traefik: {image: "traefik:v3.1", command: ["--providers.docker.endpoint=tcp://socket:2375"], networks: [socket, front]}
                  blog: {image: "wordpress:6.5-apache", networks: [front]}
                networks: {socket: {internal: true}, front: {}}
                """).lines("docker-api")).isEmpty();
    }

    @Test
    void tellsAnOpenInterfaceOnce() throws Exception {
        Linted linted = Linted.compose("""
                services:
                  socket: {image: "tecnativa/docker-socket-proxy:0.2.0", ports: ["2375:2375"]}
                """);

        assertThat(linted.lines("docker-api"))
                .containsExactly(
                        "error 2:66 Service socket publishes the engine's interface as 2375:2375: every machine that"
                                + " reaches it commands the engine and so owns the host.");
        assertThat(linted.lines("published-port")).isEmpty();
    }

    @Test
    void findsPriorityThatWasMeantForTheRoute() throws Exception {
        assertThat(Linted.compose("""
                services:
                  vpn:
                    image: vpn:1.0
                    networks: {a: {priority: 100}, b: {priority: 200}}
                networks: {a: {}, b: {}}
                """).lines("gateway-priority"))
                .containsExactly(
                        "info 4:20 Service vpn states priority for its networks, which does not choose its default route.");
    }

    @Test
    void findsASecretInACommandAndNamesTheFileForIt() throws Exception {
        Linted linted = Linted.compose("""
                services:
                  cloudflared:
                    image: cloudflare/cloudflared:2024.8.2
                    command: tunnel --no-autoupdate run --token eyJhIjoiMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAi
                """);

        assertThat(linted.findings("plain-secret").toString())
                .contains("The command of service cloudflared holds a secret", "TUNNEL_TOKEN_FILE")
                .doesNotContain("eyJh");
    }
}
