package dev.bulkhead.proxy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.Routed;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Guards that stand before routes of Traefik by a name that is defined somewhere else. */
class TraefikMiddlewaresTest {

    private static final ForwardAuth AUTHELIA = ForwardAuth.authelia("authelia");

    /** Who is asked by another file, by a chain or before all of an entry point is asked; what nobody read is not open. */
    @Test
    void aGuardIsFollowedToWhereverItIsDefinedAndWhatWasNotReadIsNamed() throws Exception {
        Topology topology = Routed.topology("""
                services:
                  edge:
                    image: traefik:v3
                    command:
                      - --providers.docker=true
                      - --entrypoints.web.address=:80
                      - --entrypoints.inner.address=:8081
                      - --entrypoints.inner.http.middlewares=secured@file
                  filed:
                    image: app
                    labels:
                      traefik.http.routers.filed.rule: Host(`filed.lan`)
                      traefik.http.routers.filed.entrypoints: web
                      traefik.http.routers.filed.middlewares: secured@file
                  chained:
                    image: app
                    labels:
                      traefik.http.routers.chained.rule: Host(`chained.lan`)
                      traefik.http.routers.chained.entrypoints: web
                      traefik.http.routers.chained.middlewares: both
                      traefik.http.middlewares.both.chain.middlewares: short,secured@file
                      traefik.http.middlewares.short.stripprefix.prefixes: /x
                  inner:
                    image: app
                    labels:
                      traefik.http.routers.inner.rule: Host(`inner.lan`)
                      traefik.http.routers.inner.entrypoints: inner
                  elsewhere:
                    image: app
                    labels:
                      traefik.http.routers.elsewhere.rule: Host(`elsewhere.lan`)
                      traefik.http.routers.elsewhere.entrypoints: web
                      traefik.http.routers.elsewhere.middlewares: sso@kubernetescrd,lost@file,oidc
                      traefik.http.middlewares.oidc.plugin.oidc.providerurl: https://id.lan
                """);
        ProxyFiles files =
                ProxyFiles.of(Map.of("edge", List.of(new ProxyFile("/dynamic/a.yml", "dynamic/a.yml", """
                http:
                  middlewares:
                    secured:
                      forwardAuth:
                        address: http://authelia:9091/api/authz/forward-auth
                """))));
        RouteGuards guards = new RouteGuards(topology, files);
        Map<String, String> seen = new TreeMap<>();
        ProxyRoutes.of(topology, files)
                .routes()
                .forEach(route -> seen.put(
                        String.join(",", route.match().hosts()),
                        guards.before(route)
                                        .map(present -> present.is(AUTHELIA))
                                        .toString()
                                + guards.unknown(route)));

        assertThat(seen)
                .containsExactlyEntriesOf(new TreeMap<>(Map.of(
                        "filed.lan", "Optional[true][]",
                        "chained.lan", "Optional[true][]",
                        "inner.lan", "Optional[true][]",
                        "elsewhere.lan", "Optional.empty[lost@file, oidc, sso@kubernetescrd]")));
    }
}
