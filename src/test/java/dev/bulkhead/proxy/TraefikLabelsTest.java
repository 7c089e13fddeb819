package dev.bulkhead.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraefikLabelsTest {

    @Test
    void readsRoutersOfAllProtocolsWithTheirEntryPointsAndPorts() throws Exception {
        assertThat(Routed.lines("""
                services:
                  edge:
                    image: traefik:v3.5
                    command:
                      - --providers.docker=true
                      - --entrypoints.web.address=:80
                      - --entryPoints.websecure.address=:443
                      - --entrypoints.dns.address=:53/udp
                      - --entrypoints.db.address=:5432/tcp
                    networks: [front]
                  app:
                    image: app
                    networks: [front]
                    labels:
                      traefik.http.routers.app.rule: Host(`app.lan`, "www.app.lan") && PathPrefix(`/shop`)
                      traefik.http.routers.app.entrypoints: websecure
                      traefik.http.routers.app.tls.certresolver: home
                      traefik.http.services.app.loadbalancer.server.port: "8080"
                      traefik.tcp.routers.db.rule: HostSNI(`*`)
                      traefik.tcp.routers.db.entrypoints: db
                      traefik.tcp.services.db.loadbalancer.server.port: "5432"
                      traefik.udp.routers.dns.entrypoints: dns
                      traefik.udp.services.dns.loadbalancer.server.port: "53"
                networks: {front: }
                """))
                .containsExactly(
                        "edge tcp[db][5432] [][] -> app:5432 over [shop_front] (app label traefik.tcp.routers.db.rule)",
                        "edge udp[dns][53] [][] -> app:53 over [shop_front] (app label traefik.udp.routers.dns.entrypoints)",
                        "edge http+tls[websecure][443] [app.lan, www.app.lan][/shop] -> app:8080 over [shop_front] (app label traefik.http.routers.app.rule)");
    }

    @Test
    void givesEveryRouterOfAContainerItsOwnService() throws Exception {
        assertThat(Routed.lines("""
                services:
                  edge: {image: "traefik:v2.11", networks: [front]}
                  app:
                    image: app
                    networks: [front]
                    labels:
                      traefik.http.routers.a.rule: Host(`a.lan`)
                      traefik.http.routers.a.service: a
                      traefik.http.services.a.loadbalancer.server.port: "1"
                      traefik.http.routers.b.rule: Host(`b.lan`)
                      traefik.http.routers.b.service: b@docker
                      traefik.http.services.b.loadbalancer.server.port: "2"
                      traefik.http.routers.c.rule: Host(`c.lan`)
                      traefik.http.routers.d.rule: Host(`d.lan`)
                      traefik.http.routers.d.service: api@internal
                networks: {front: }
                """))
                .as("c names none of two services, so Traefik drops it")
                .containsExactly(
                        "edge http[][] [a.lan][] -> app:1 over [shop_front] (app label traefik.http.routers.a.rule)",
                        "edge http[][] [b.lan][] -> app:2 over [shop_front] (app label traefik.http.routers.b.rule)",
                        "edge http[][] [d.lan][] -> proxy's own api@internal (app label traefik.http.routers.d.rule)");
    }

    @Test
    void knowsWhatTheProviderAssumesWhereLabelsSayNothing() throws Exception {
        assertThat(Routed.lines("""
                services:
                  edge:
                    image: traefik:v3.5
                    environment:
                      TRAEFIK_PROVIDERS_DOCKER_EXPOSEDBYDEFAULT: "false"
                      TRAEFIK_PROVIDERS_DOCKER_NETWORK: shop_front
                      TRAEFIK_PROVIDERS_DOCKER_DEFAULTRULE: "Host(`{{ .Name }}.lan`)"
                      TRAEFIK_ENTRYPOINTS_WEB_ADDRESS: ":80"
                      TRAEFIK_ENTRYPOINTS_WEBSECURE_ADDRESS: ":443"
                      TRAEFIK_ENTRYPOINTS_WEBSECURE_ASDEFAULT: "true"
                      TRAEFIK_ENTRYPOINTS_WEBSECURE_HTTP_TLS: "true"
                    networks: [front]
                  asks: {image: app, networks: [front, back], labels: [traefik.enable=true]}
                  silent: {image: app, networks: [front], labels: [traefik.http.routers.s.rule=Host(`s.lan`)]}
                networks: {front: , back: }
                """))
                .containsExactly(
                        "edge http+tls[websecure][443] [asks_shop.lan][] -> asks:? over [shop_front] (asks label traefik.enable)");
    }

    @Test
    void aFlagLeavesVariablesUnread() throws Exception {
        assertThat(Routed.lines("""
                services:
                  edge:
                    image: traefik:v3.5
                    command: [--providers.docker]
                    environment: {TRAEFIK_PROVIDERS_DOCKER_EXPOSEDBYDEFAULT: "false"}
                  app: {image: app, labels: [traefik.http.routers.s.rule=Host(`s.lan`)]}
                """))
                .containsExactly(
                        "edge http[][] [s.lan][] -> app:? over [shop_default] (app label traefik.http.routers.s.rule)");
    }

    @Test
    void severalProxiesShareServicesByConstraints() throws Exception {
        assertThat(Routed.lines("""
                services:
                  inner:
                    image: traefik:v3.5
                    command: ["--providers.docker.constraints=Label(`zone`,`inner`) || LabelRegex(`zone`, `^b.*`)"]
                  outer:
                    image: traefik:v3.5
                    command: ["--providers.docker.constraints=!(Label(`zone`,`inner`) && Label(`x`,`y`))"]
                  strange:
                    image: traefik:v3.5
                    command: ["--providers.docker.constraints=tag==inner"]
                  a: {image: app, labels: [zone=inner, x=y, traefik.http.routers.a.rule=Host(`a.lan`)]}
                  b: {image: app, labels: [zone=both, traefik.http.routers.b.rule=Host(`b.lan`)]}
                """))
                .containsExactly(
                        "inner http[][] [a.lan][] -> a:? over [shop_default] (a label traefik.http.routers.a.rule)",
                        "inner http[][] [b.lan][] -> b:? over [shop_default] (b label traefik.http.routers.b.rule)",
                        "outer http[][] [b.lan][] -> b:? over [shop_default] (b label traefik.http.routers.b.rule)",
                        "strange http[][] [a.lan][] -> a:? over [shop_default], perhaps (a label traefik.http.routers.a.rule)",
                        "strange http[][] [b.lan][] -> b:? over [shop_default], perhaps (b label traefik.http.routers.b.rule)");
    }

    @Test
    void theOwnerOfASharedNamespaceHasTheFirstWordOnTheNetwork() throws Exception {
        assertThat(Routed.lines("""
                services:
                  edge: {image: "traefik:v3.5", networks: [front]}
                  vpn:
                    image: qmcgaw/gluetun
                    networks: [tunnel, front]
                    labels: [traefik.docker.network=shop_front]
                  torrent:
                    image: app
                    network_mode: service:vpn
                    labels: [traefik.http.routers.t.rule=Host(`t.lan`), traefik.docker.network=shop_tunnel]
                networks: {front: , tunnel: }
                """))
                .containsExactly(
                        "edge http[][] [t.lan][] -> torrent:? over [shop_front] (torrent label traefik.http.routers.t.rule)");
    }
}
