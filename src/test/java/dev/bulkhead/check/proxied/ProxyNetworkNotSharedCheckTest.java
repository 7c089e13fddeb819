package dev.bulkhead.check.proxied;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.lint.Linted;
import org.junit.jupiter.api.Test;

class ProxyNetworkNotSharedCheckTest {

    @Test
    void findsAServiceThatTheProxyHasNoNetworkWith() throws Exception {
        assertThat(Linted.compose("""
                services:
                  traefik:
                    image: traefik:v3.5
                    command: [--providers.docker=true]
                    networks: [front]
                  web:
                    image: nginx:1.29
                    networks: [back, data]
                    labels:
                      traefik.enable: "true"
                      traefik.http.routers.web.rule: Host(`web.lan`)

                networks: {front: , back: , data: }
                """).lines("proxy-network-not-shared"))
                .containsExactly(
                        "warning 9:5 Traefik (traefik) would send requests to web over one of the networks shop_back, shop_data, of which it is no member; they end in a gateway timeout.");
    }

    @Test
    void findsALabelThatChoosesANetworkTheProxyIsNotOn() throws Exception {
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
                      traefik.docker.network: shop_back
                networks: {front: , back: , data: }
                """).lines("proxy-network-not-shared"))
                .containsExactly(
                        "warning 12:7 Traefik (traefik) would send requests to web over network shop_back, of which it is no member; they end in a gateway timeout.");
    }

    @Test
    void isContentWhereTheProxySharesTheChosenNetwork() throws Exception {
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
                """).lines("proxy-network-not-shared")).isEmpty();
    }

    @Test
    void followsTheOwnerOfASharedNamespace() throws Exception {
        assertThat(Linted.compose("""
                services:
                  traefik: {image: "traefik:v3.5", networks: [front]}
                  vpn: {image: "qmcgaw/gluetun:v3.41", networks: [tunnel]}
                  torrent:
                    image: qbittorrentofficial/qbittorrent-nox:5.1.2-1
                    network_mode: service:vpn
                    labels:
                      - traefik.http.routers.torrent.rule=Host(`torrent.lan`)
                networks: {front: , tunnel: }
                """).lines("proxy-network-not-shared"))
                .containsExactly(
                        "warning 7:5 Traefik (traefik) would send requests to torrent over network shop_tunnel, of which it is no member; they end in a gateway timeout.");
    }

    @Test
    void leavesAProxyOnTheHostsNetworkAlone() throws Exception {
        assertThat(Linted.compose("""
                services:
                  traefik: {image: "traefik:v3.5", network_mode: host}
                  web:
                    image: nginx:1.29
                    labels: [traefik.http.routers.web.rule=Host(`web.lan`)]
                """).lines("proxy-network-not-shared")).isEmpty();
    }

    @Test
    void leavesServicesAloneThatTraefikDoesNotServe() throws Exception {
        assertThat(Linted.compose("""
                services:
                  traefik: {image: "traefik:v3.5", networks: [front]}
                  off:
                    image: nginx:1.29
                    networks: [back]
                    labels: {traefik.enable: "false", traefik.http.routers.off.rule: Host(`off.lan`)}
                  elsewhere:
                    image: nginx:1.29
                    networks: [back]
                    labels:
                      traefik.http.routers.elsewhere.rule: Host(`elsewhere.lan`)
                      traefik.http.routers.elsewhere.service: api@internal
                networks: {front: , back: }
                """).lines("proxy-network-not-shared")).isEmpty();
    }

    @Test
    void leavesServicesAloneThatTheProxyMayNotTake() throws Exception {
        assertThat(Linted.compose("""
                services:
                  traefik:
                    image: traefik:v3.5
                    command: --providers.docker --providers.docker.exposedByDefault=false
                    networks: [front]
                  unexposed:
                    image: nginx:1.29
                    networks: [back]
                    labels: {traefik.http.routers.a.rule: Host(`a.lan`)}
                networks: {front: , back: }
                """).lines("proxy-network-not-shared")).isEmpty();
        assertThat(Linted.compose("""
                services:
                  traefik:
                    image: traefik:v3.5
                    environment:
                      TRAEFIK_PROVIDERS_DOCKER: "true"
                      TRAEFIK_PROVIDERS_DOCKER_CONSTRAINTS: Label(`zone`, `inner`)
                    networks: [front]
                  other:
                    image: nginx:1.29
                    networks: [back]
                    labels: {traefik.enable: "true", traefik.http.routers.a.rule: Host(`a.lan`)}
                networks: {front: , back: }
                """).lines("proxy-network-not-shared")).isEmpty();
    }

    @Test
    void findsAnIngressNetworkThatIsNamedByItsKey() throws Exception {
        assertThat(Linted.compose("""
                services:
                  caddy:
                    image: lucaslorentz/caddy-docker-proxy:2.9
                    environment:
                      - CADDY_INGRESS_NETWORKS=web
                    networks: [web]
                  app:
                    image: traefik/whoami:v1.10
                    networks: [web, data]
                    labels:
                      caddy: app.example.org
                      caddy.reverse_proxy: "{{upstreams 80}}"
                networks: {web: , data: }
                """).lines("proxy-network-not-shared"))
                .containsExactly(
                        "warning 5:9 Caddy (caddy) finds no address of app that it reaches: CADDY_INGRESS_NETWORKS says web, and app is on shop_web, shop_data; requests end in a bad gateway.");
    }

    @Test
    void isContentWithAnIngressNetworkByItsRealName() throws Exception {
        assertThat(Linted.compose("""
                services:
                  caddy:
                    image: lucaslorentz/caddy-docker-proxy:2.9
                    environment: [CADDY_INGRESS_NETWORKS=shop_web]
                    networks: [web]
                  app:
                    image: traefik/whoami:v1.10
                    networks: [web, data]
                    labels: {caddy: app.example.org, caddy.reverse_proxy: "{{upstreams 80}}"}
                networks: {web: , data: }
                """).lines("proxy-network-not-shared")).isEmpty();
    }

    @Test
    void findsAnNginxProxyThatIsOnNoNetworkOfAService() throws Exception {
        assertThat(Linted.compose("""
                services:
                  edge: {image: nginxproxy/nginx-proxy, networks: [front]}
                  app:
                    image: app
                    networks: [back]
                    environment: {VIRTUAL_HOST: app.lan}
                networks: {front: , back: }
                """).lines("proxy-network-not-shared"))
                .containsExactly(
                        "warning 3:3 nginx-proxy (edge) is told to send requests to app and is on none of its networks (shop_back); they end in an error.");
    }
}
