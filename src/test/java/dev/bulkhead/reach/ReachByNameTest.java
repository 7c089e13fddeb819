package dev.bulkhead.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.reach.explain.Explainer;
import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.reach.setting.SharedNetworks;
import dev.bulkhead.topology.Topology;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** To whom names lead; each answer was seen on engines 20.10.24 and 28.5.2, where the truth test asks for more like them. */
class ReachByNameTest {

    private static final Path DIRECTORY = Path.of("/no-such-folder/shop");

    private static ReachMatrix matrix(String text, ReachOptions options) throws ComposeException {
        Map<Path, byte[]> files = Map.of(DIRECTORY.resolve("compose.yaml"), text.getBytes(StandardCharsets.UTF_8));
        Topology topology = new ComposeLoader(new OverlayFileTree(new DiskFileTree(), files))
                .load(ComposeRequest.of(DIRECTORY))
                .topology();
        return Reach.compute(topology, options);
    }

    private static ReachMatrix matrix(String text) throws ComposeException {
        return matrix(text, ReachOptions.defaults());
    }

    /** What is said of a name, behind the sentence about packets. */
    private static String said(ReachMatrix matrix, String from, String to) {
        int asker = matrix.indexOf(new Subject.OfService(from)).orElseThrow();
        int asked = matrix.indexOf(new Subject.OfService(to)).orElseThrow();
        String sentence = new Explainer(matrix)
                .explain(asker, asked, Optional.empty())
                .sentences()
                .get(1);
        assertThat(matrix.names(asker, asked)).isEqualTo(sentence.contains("finds it by"));
        return sentence;
    }

    @Test
    void theModeDefaultIsTheDefaultBridge() throws Exception {
        ReachMatrix matrix = matrix("""
                services:
                  web: {image: busybox, network_mode: default, links: [php]}
                  php: {image: busybox, network_mode: bridge}
                """);

        assertThat(said(matrix, "web", "php")).isEqualTo("web finds it by the name php.");
        assertThat(said(matrix, "php", "web")).isEqualTo("php cannot look the name web up.");
    }

    /** Tried on 28.5: the link leads there as soon as the container is connected, and the service is not found by its name. */
    @Test
    void whetherALinkToSomebodyElseLeadsAnywhereIsNotKnown() throws Exception {
        ReachMatrix matrix = matrix("""
                services:
                  web: {image: busybox, external_links: ["legacy:db"]}
                  db: {image: busybox}
                """);

        assertThat(said(matrix, "web", "db"))
                .isEqualTo("By the name db web finds the container of somebody else that it links to, if they share a"
                        + " network, not db.");
    }

    /** docker/compose#9513. */
    @Test
    void aLinkGoesBeforeTheServiceOfThatName() throws Exception {
        ReachMatrix matrix = matrix("""
                services:
                  web: {image: busybox, links: ["store:db"]}
                  store: {image: busybox}
                  db: {image: busybox}
                """);

        assertThat(said(matrix, "web", "db")).isEqualTo("By the name db web finds store (a link), not db.");
        assertThat(said(matrix, "store", "db")).isEqualTo("store finds it by the name db.");
    }

    @Test
    void aServiceWithTheNameOfAnOutsiderIsFoundByThatName() throws Exception {
        ReachMatrix matrix = matrix("""
                services:
                  lan: {image: nginx}
                  host: {image: nginx}
                """);

        assertThat(said(matrix, "lan", "host")).isEqualTo("service:lan finds it by the name host.");
    }

    /** docker/compose#2984. */
    @Test
    void linksGiveNamesOnTheDefaultBridgeOneWay() throws Exception {
        ReachMatrix matrix = matrix("""
                services:
                  web: {image: nginx, network_mode: bridge, links: [php]}
                  php: {image: php, network_mode: bridge}
                """);

        assertThat(said(matrix, "web", "php")).isEqualTo("web finds it by the name php.");
        assertThat(said(matrix, "php", "web")).isEqualTo("php cannot look the name web up.");
    }

    /** NginxProxyManager/nginx-proxy-manager#3050. */
    @Test
    void aNetworkByItsModeGivesNoServiceName() throws Exception {
        ReachMatrix matrix = matrix("""
                services:
                  app: {image: busybox, network_mode: npm-nw}
                  wiki: {image: busybox, networks: [npm-nw]}
                networks: {npm-nw: {name: npm-nw, external: true}}
                """);

        assertThat(said(matrix, "wiki", "app")).isEqualTo("wiki cannot look the name app up.");
        assertThat(said(matrix, "app", "wiki")).isEqualTo("app finds it by the name wiki.");
    }

    @Test
    void aHostNameOrAliasLeadsToItsBearerToo() throws Exception {
        ReachMatrix matrix = matrix("""
                services:
                  web: {image: busybox, networks: [a, b]}
                  db: {image: busybox, networks: [a]}
                  other: {image: busybox, hostname: db, networks: [a]}
                  far: {image: busybox, networks: [b, c]}
                  near: {image: busybox, networks: {b: {aliases: [far]}}}
                networks: {a: , b: , c: }
                """);

        assertThat(said(matrix, "web", "db"))
                .isEqualTo("web finds it by the name db, to which other answers too: which one is chance.");
        assertThat(said(matrix, "web", "far"))
                .isEqualTo("web finds it by the name far, to which near answers too: which one is chance.");
        assertThat(said(matrix, "other", "db"))
                .isEqualTo("By the name db other finds other (its own hostname), not db.");
    }

    @Test
    void aLineOfTheHostsFileIsReadFirst() throws Exception {
        ReachMatrix matrix = matrix("""
                services:
                  web: {image: busybox, extra_hosts: ["db:192.0.2.9"]}
                  db: {image: busybox}
                """);

        assertThat(said(matrix, "web", "db"))
                .isEqualTo("A line of its hosts file (extra_hosts) leads web to 192.0.2.9 by the name db.");
    }

    @Test
    void theFirstNetworkThatKnowsANameAnswers() throws Exception {
        ReachMatrix matrix = matrix("""
                services:
                  web: {image: busybox, networks: [a, b]}
                  db: {image: busybox, networks: [b]}
                  other: {image: busybox, networks: {a: {aliases: [db]}}}
                networks: {a: , b: }
                """);

        assertThat(said(matrix, "web", "db")).isEqualTo("By the name db web finds other, not db.");
    }

    /** Internal networks have no gateways on 28.5, so that IPv6 puts none of them first; on 20.10 it does. */
    @Test
    void ipv6PutsAnInternalNetworkFirstOnOldEnginesOnly() throws Exception {
        String text = """
                services:
                  web: {image: busybox, networks: [a, b]}
                  db: {image: busybox, networks: [b]}
                  other: {image: busybox, networks: {a: {aliases: [db]}}}
                networks:
                  a: {internal: true}
                  b: {internal: true, enable_ipv6: true, ipam: {config: [{subnet: 10.9.0.0/24}, {subnet: "fd00:9::/64"}]}}
                """;

        assertThat(said(matrix(text), "web", "db")).isEqualTo("By the name db web finds other, not db.");
        assertThat(said(matrix(text, ReachOptions.defaults().withEngineMajor(20)), "web", "db"))
                .isEqualTo("web finds it by the name db.");
        assertThat(said(matrix(text.replace("internal: true", "internal: false")), "web", "db"))
                .isEqualTo("web finds it by the name db.");
    }

    /** There the engine answers for each family of addresses by itself, and programs that speak both take either. */
    @Test
    void anotherNetworkMayAnswerForIpv6OnOldEngines() throws Exception {
        String text = """
                services:
                  web: {image: busybox, networks: [a, b]}
                  db: {image: busybox, networks: [b]}
                  other: {image: busybox, networks: {a: {aliases: [db]}}}
                networks:
                  a:
                  b: {internal: true, enable_ipv6: true, ipam: {config: [{subnet: 10.9.0.0/24}, {subnet: "fd00:9::/64"}]}}
                """;

        assertThat(said(matrix(text, ReachOptions.defaults().withEngineMajor(20)), "web", "db"))
                .isEqualTo("web finds it by the name db, to which other answers too: which one is chance.");
        assertThat(said(matrix(text), "web", "db")).isEqualTo("By the name db web finds other, not db.");
    }

    /** Tried on 20.10 and 28.5: Compose hands the links over with the networks of a service, and here it states none. */
    @Test
    void linksAreLostWhereTheModeNamesANetwork() throws Exception {
        ReachMatrix matrix = matrix("""
                services:
                  web: {image: busybox, network_mode: shop_a, links: ["db:other"]}
                  db: {image: busybox, networks: [a]}
                  other: {image: busybox, networks: [a]}
                networks: {a: }
                """);

        assertThat(said(matrix, "web", "other")).isEqualTo("web finds it by the name other.");
        assertThat(said(matrix, "web", "db")).isEqualTo("web finds it by the name db.");
    }

    @Test
    void aServiceWithoutContainersIsNotThere() throws Exception {
        ReachMatrix matrix = matrix("""
                services:
                  web: {image: busybox}
                  db: {image: busybox, deploy: {replicas: 0}}
                """);
        int web = matrix.indexOf(new Subject.OfService("web")).orElseThrow();
        int db = matrix.indexOf(new Subject.OfService("db")).orElseThrow();

        assertThat(matrix.verdict(web, db)).isEqualTo(Verdict.BLOCKED);
        assertThat(matrix.names(web, db)).isFalse();
        assertThat(new Explainer(matrix).explain(web, db, Optional.empty()).sentences())
                .containsExactly(
                        "web does not reach db: one of them is not started (its profile is not active, or it has no replicas).");
    }

    /** docker/compose#8223, moby/moby#47390. */
    @Test
    void containersOfOthersAnswerTooWhereTheyShareANetwork() throws Exception {
        ReachOptions shared = ReachOptions.defaults()
                .withShared(new SharedNetworks(
                        Map.of(),
                        List.of(new NamedOutsider(
                                "blog-db-1", Optional.of("blog"), Map.of("edge", Set.of("db")), List.of()))));
        ReachMatrix matrix = matrix("""
                services:
                  both: {image: busybox, networks: [edge, inner]}
                  far: {image: busybox, networks: [inner]}
                  db: {image: busybox, networks: [inner]}
                networks: {edge: {external: true}, inner: }
                """, shared);

        assertThat(said(matrix, "both", "db"))
                .isEqualTo("By the name db both finds container blog-db-1 of project blog, not db.");
        assertThat(said(matrix, "far", "db")).isEqualTo("far finds it by the name db.");

        assertThat(said(matrix("""
                services:
                  near: {image: busybox, networks: [edge]}
                  db: {image: busybox, networks: [edge]}
                networks: {edge: {external: true}}
                """, shared), "near", "db"))
                .isEqualTo("near finds it by the name db, to which container blog-db-1 of project blog answers too:"
                        + " which one is chance.");
    }
}
