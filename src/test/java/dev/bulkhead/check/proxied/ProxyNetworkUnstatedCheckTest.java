package dev.bulkhead.check.proxied;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.lint.Linted;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProxyNetworkUnstatedCheckTest {

    @Test
    void findsAServiceOfSeveralNetworksThatChoosesNone() throws Exception {
        assertThat(Linted.compose("""
                services:
                  traefik:
                    image: traefik:v3.5
                    command: [--providers.docker=true]
                    networks: [front]
                  web:
                    image: nginx:1.29
                    networks: [back, front]
                    labels:
                      traefik.enable: "true"
                      traefik.http.routers.web.rule: Host(`web.lan`)

                networks: {front: , back: , data: }
                """).lines("proxy-network-unstated"))
                .containsExactly(
                        "warning 9:5 Service web is on several networks and chooses none with traefik.docker.network, so Traefik (traefik) takes any of shop_back, shop_front; it is no member of shop_back.");
    }

    @Test
    void findsALabelWithTheKeyInThePlaceOfTheRealName() throws Exception {
        assertThat(Linted.compose("""
                services:
                  traefik:
                    image: traefik:v3.5
                    command: [--providers.docker=true]
                    networks: [front]
                  web:
                    image: nginx:1.29
                    networks: [front, back]
                    labels:
                      traefik.enable: "true"
                      traefik.http.routers.web.rule: Host(`web.lan`)
                      traefik.docker.network: front
                networks: {front: , back: , data: }
                """).lines("proxy-network-unstated"))
                .containsExactly(
                        "warning 12:7 Service web names network front in traefik.docker.network, which is the real name of none of its networks, so Traefik (traefik) takes any of shop_front, shop_back; it is no member of shop_back.");
    }

    @Test
    void isContentWithALabelThatChooses() throws Exception {
        assertThat(Linted.compose("""
                services:
                  traefik:
                    image: traefik:v3.5
                    command: [--providers.docker=true]
                    networks: [front]
                  web:
                    image: nginx:1.29
                    networks: [front, back]
                    labels:
                      traefik.enable: "true"
                      traefik.http.routers.web.rule: Host(`web.lan`)
                      traefik.docker.network: shop_front
                networks: {front: , back: , data: }
                """).lines("proxy-network-unstated")).isEmpty();
    }

    @Test
    void isContentWithANetworkForAllServices() throws Exception {
        assertThat(Linted.compose("""
                services:
                  traefik:
                    image: traefik:v3.5
                    command: --providers.docker --providers.docker.network=edge
                    networks: [front]
                  web:
                    image: nginx:1.29
                    networks: [front, back]
                    labels: [traefik.http.routers.web.rule=Host(`web.lan`)]
                networks: {front: {name: edge}, back: }
                """).lines("proxy-network-unstated")).isEmpty();
    }

    @Test
    void isContentWhereAnyNetworkWillDo() throws Exception {
        assertThat(Linted.compose("""
                services:
                  traefik: {image: "traefik:v3.5", networks: [front, back]}
                  web:
                    image: nginx:1.29
                    networks: [front, back]
                    labels: [traefik.http.routers.web.rule=Host(`web.lan`)]
                networks: {front: , back: }
                """).lines("proxy-network-unstated")).isEmpty();
    }

    @Test
    void onlyMentionsItWhereTheProxysOwnFileMayDecide() throws Exception {
        assertThat(Linted.compose("""
                services:
                  traefik:
                    image: traefik:v3.5
                    volumes: [./traefik.yml:/etc/traefik/traefik.yml:ro]
                    networks: [front]
                  web:
                    image: nginx:1.29
                    networks: [back, front]
                    labels:
                      traefik.enable: "true"
                      traefik.http.routers.web.rule: Host(`web.lan`)

                networks: {front: , back: , data: }
                """).lines("proxy-network-unstated"))
                .containsExactly(
                        "info 9:5 Service web is on several networks and chooses none with traefik.docker.network, so Traefik (traefik) takes any of shop_back, shop_front, unless its own file names one; it is no member of shop_back.");
    }

    @Test
    void onlyMentionsItWhereTheProxyIsNoneOfTheProject() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web:
                    image: nginx:1.29
                    networks: [edge, back]
                    labels: [traefik.http.routers.web.rule=Host(`web.lan`)]
                networks: {edge: {external: true}, back: }
                """).lines("proxy-network-unstated"))
                .containsExactly(
                        "info 5:5 Service web is on several networks and chooses none with traefik.docker.network, so a Traefik outside this project takes any of edge, shop_back, unless its own settings name one.");
    }

    @Test
    void offersTheLabelThatPutsItRight() throws Exception {
        assertThat(Linted.compose("""
                services:
                  traefik:
                    image: traefik:v3.5
                    command: [--providers.docker=true]
                    networks: [front]
                  web:
                    image: nginx:1.29
                    networks: [back, front]
                    labels:
                      traefik.enable: "true"
                      traefik.http.routers.web.rule: Host(`web.lan`)

                networks: {front: , back: , data: }
                """).findings("proxy-network-unstated"))
                .extracting(Finding::quickFix)
                .containsExactly(Optional.of(new TopologyEdit.SetLabel("web", "traefik.docker.network", "shop_front")));
    }
}
