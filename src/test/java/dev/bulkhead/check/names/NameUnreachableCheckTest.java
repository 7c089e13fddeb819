package dev.bulkhead.check.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.lint.Linted;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.reach.setting.SharedNetworks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NameUnreachableCheckTest {

    private static final String RULE = "name-unreachable";

    @Test
    void findsAnAddressOfAServiceThatSharesNoNetwork() throws Exception {
        assertThat(Linted.compose("""
                services:
                  app:
                    image: ghcr.io/example/app:1.0
                    environment:
                      DATABASE_URL: postgres://app@db:5432/app
                    networks: [front]
                    depends_on: [db]
                  db: {image: "postgres:16", networks: [back]}
                networks: {front: , back: }
                """).findings(RULE)).singleElement().satisfies(finding -> {
            assertThat(finding.message())
                    .isEqualTo("Service app names db (DATABASE_URL), but shares no network with db.");
            assertThat(finding.fix()).contains("Let app join network back, where db is.");
            assertThat(finding.at().orElseThrow().line()).isEqualTo(5);
        });
    }

    @Test
    void isContentWhereTheNameIsAnswered() throws Exception {
        assertThat(Linted.compose("""
                services:
                  app:
                    image: app:1
                    environment:
                      DATABASE_URL: postgres://app@db:5432/app
                      CACHE_HOST: cache.shop_back
                      MAIL_HOST: relay
                      SEARCH: http://shop-search-1:9200
                      STATS_HOST: metrics
                      ALLOWED_HOSTS: lonely
                      OTHER_URL: https://lonely.example.org
                    networks: [back]
                  db: {image: "postgres:16", networks: [back]}
                  cache: {image: "redis:8", networks: [back]}
                  mail: {image: mail, hostname: relay, networks: [back]}
                  search: {image: search, networks: [back]}
                  stats: {image: stats, networks: {back: {aliases: [metrics]}}}
                  lonely: {image: lonely, networks: [front]}
                networks: {front: , back: }
                """).lines(RULE)).isEmpty();
    }

    @Test
    void tellsEachPlaceInOneFinding() throws Exception {
        assertThat(Linted.compose("""
                services:
                  app:
                    image: app:1
                    environment: {REDIS_HOST: cache, QUEUE_URL: "redis://cache:6379/1"}
                    command: [serve, --broker, "redis://cache:6379"]
                    healthcheck: {test: [CMD-SHELL, "redis-cli -h cache ping"]}
                    networks: [front]
                  cache: {image: "redis:8", networks: [back]}
                networks: {front: , back: }
                """).lines(RULE))
                .containsExactly(
                        "warning 4:38 Service app names cache (QUEUE_URL, REDIS_HOST, its command, its health check), but shares no network with cache.");
    }

    @Test
    void findsAnAliasThatLeadsToAnother() throws Exception {
        assertThat(Linted.compose("""
                services:
                  app:
                    image: app:1
                    environment: {DB_HOST: db}
                    networks: [front]
                  db: {image: "postgres:16", networks: [back]}
                  other: {image: "mariadb:11", networks: {front: {aliases: [db]}}}
                networks: {front: , back: }
                """).lines(RULE))
                .containsExactly(
                        "warning 4:19 Service app names db (DB_HOST), to which other answers here, not db (on network front).");
    }

    @Test
    void findsALinkThatTakesTheNameOfAService() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web:
                    image: busybox:1.36
                    environment: {DB_HOST: db}
                    links: ["store:db"]
                  store: {image: busybox:1.36}
                  db: {image: busybox:1.36}
                """).lines(RULE))
                .containsExactly(
                        "warning 4:19 Service web names db (DB_HOST), to which store answers here, not db (a link of web).");
    }

    @Test
    void findsALinkThatLeadsNowhere() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web:
                    image: busybox:1.36
                    environment: {DB_HOST: db}
                    links: ["store:db"]
                    networks: [front]
                  store: {image: busybox:1.36, networks: [back]}
                  db: {image: busybox:1.36, networks: [front]}
                networks: {front: , back: }
                """).lines(RULE))
                .containsExactly(
                        "warning 4:19 Service web names db (DB_HOST), but a link gives that name to a container with which it shares no network, so nobody answers.");
    }

    @Test
    void findsLinesOfTheHostsFileThatHideAService() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web:
                    image: busybox:1.36
                    environment: {DB_HOST: db}
                    extra_hosts: ["db:10.0.0.9"]
                  db: {image: busybox:1.36}
                """).lines(RULE))
                .containsExactly(
                        "warning 4:19 Service web names db (DB_HOST), but its extra_hosts lead that name to 10.0.0.9, not to db.");
        assertThat(Linted.compose("""
                services:
                  web:
                    image: busybox:1.36
                    environment: {DB_HOST: db}
                    extra_hosts: {db: 10.0.0.9}
                  db: {image: busybox:1.36, networks: {default: {ipv4_address: 10.0.0.9}}}
                networks: {default: {ipam: {config: [{subnet: 10.0.0.0/24}]}}}
                """).lines(RULE)).isEmpty();
    }

    @Test
    void findsNamesOfGuests() throws Exception {
        assertThat(Linted.compose("""
                services:
                  vpn: {image: "qmcgaw/gluetun:v3", networks: [media]}
                  torrent: {image: qbit, network_mode: "service:vpn"}
                  indexer:
                    image: indexer
                    network_mode: service:vpn
                    environment: {TORRENT_URL: "http://torrent:8080"}
                  sonarr:
                    image: sonarr
                    networks: [media]
                    environment: {TORRENT_URL: "http://torrent:8080", VPN_URL: "http://vpn:8080"}
                networks: {media: }
                """).findings(RULE))
                .extracting(finding -> finding.message() + " " + finding.fix().orElseThrow())
                .containsExactly(
                        "Service indexer names torrent (TORRENT_URL), which has no name of its own: both use the network of vpn. Name localhost instead.",
                        "Service sonarr names torrent (TORRENT_URL), which has no name of its own, since it uses the network of vpn. Name vpn instead.");
    }

    @Test
    void findsAskersAndTargetsWithoutAResolver() throws Exception {
        assertThat(Linted.compose("""
                services:
                  db: {image: "postgres:16"}
                  agent: {image: agent, network_mode: host, environment: {DB_HOST: db}}
                  old: {image: old, network_mode: bridge, environment: {DB_HOST: db}}
                  app: {image: app, environment: {AGENT_HOST: agent, OLD_HOST: old, NPM_HOST: npm}}
                  npm: {image: npm, network_mode: npm-nw}
                  wiki: {image: wiki, networks: [npm-nw], environment: {NPM_HOST: npm}}
                networks: {npm-nw: {name: npm-nw, external: true}}
                """).findings(RULE))
                .extracting(finding -> finding.message())
                .containsExactlyInAnyOrder(
                        "Service agent names db (DB_HOST), but it uses the host's network, where nobody answers to the names of services.",
                        "Service old names db (DB_HOST), but it is on the engine's default bridge, where names are not answered.",
                        "Service app names agent (AGENT_HOST), which uses the host's network and has no name there.",
                        "Service app names old (OLD_HOST), which is on the engine's default bridge and has no name on any network.",
                        "Service app names npm (NPM_HOST), but shares no network with npm.",
                        "Service wiki names npm (NPM_HOST), but network_mode: npm-nw gives npm no service name on that network.");
    }

    /** docker/compose#2984: links on the default bridge are lines of the hosts file. */
    @Test
    void isContentWithLinksOnTheDefaultBridge() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web: {image: nginx, network_mode: bridge, links: [php], environment: {PHP_HOST: php}}
                  php: {image: php, network_mode: bridge}
                """).lines(RULE)).isEmpty();
    }

    @Test
    void findsNamesThatAreTooLong() throws Exception {
        String name = "a-name-that-is-longer-than-the-sixty-three-characters-of-a-label";
        assertThat(Linted.compose("""
                services:
                  web: {image: nginx, environment: {API_HOST: %s}}
                  %s: {image: api}
                """.formatted(name, name)).lines(RULE))
                .singleElement()
                .asString()
                .contains("more than 63 characters");
    }

    @Test
    void looksAtLabelsWithTheEyesOfWhoReadsThem() throws Exception {
        assertThat(Linted.compose("""
                services:
                  homepage: {image: "ghcr.io/gethomepage/homepage:v1", networks: [front]}
                  sonarr:
                    image: sonarr
                    networks: [media]
                    labels:
                      homepage.href: http://sonarr:8989
                      homepage.widget.url: http://sonarr:8989
                networks: {front: , media: }
                """).lines(RULE))
                .containsExactly(
                        "warning 8:7 Service homepage names sonarr (the label homepage.widget.url of sonarr), but shares no network with sonarr.");
    }

    @Test
    void mentionsUsualCompanionsThatShareNoNetwork() throws Exception {
        assertThat(Linted.compose("""
                services:
                  sonarr: {image: "lscr.io/linuxserver/sonarr:4.0.15", networks: [a]}
                  prowlarr: {image: "lscr.io/linuxserver/prowlarr:1.37.0", networks: [b]}
                networks: {a: , b: }
                """).lines(RULE))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("info "))
                .anySatisfy(
                        line -> assertThat(line).contains("usually talks to").contains("shares no network"));
    }

    @Test
    void leavesServicesOfDifferentProfilesAlone() throws Exception {
        assertThat(Linted.compose("""
                services:
                  app: {image: app, networks: [front], profiles: [a], environment: {DB_HOST: db}}
                  db: {image: "postgres:16", networks: [back], profiles: [b]}
                networks: {front: , back: }
                """).lines(RULE)).isEmpty();
    }

    private static final NamedOutsider BLOG = new NamedOutsider(
            "blog-db-1",
            Optional.of("blog"),
            Map.of("edge", Set.of("blog-db-1", "blog-db", "db", "0123456789ab")),
            List.of());

    private static ReachOptions withBlog(ReachOptions options) {
        return options.withShared(new SharedNetworks(Map.of(), List.of(BLOG)));
    }

    @Test
    void aNameThatOnlyAnOutsiderHasIsAnsweredOnTheSharedNetworkAlone() throws Exception {
        assertThat(Linted.compose("""
                services:
                  api: {image: app:1, environment: {DB_HOST: blog-db, OTHER_HOST: blog-db-1, ID_HOST: 0123456789ab}, networks: [edge]}
                  worker: {image: app:1, environment: {DB_HOST: blog-db}, networks: [inner]}
                networks: {edge: {external: true}, inner: }
                """)
                        .around(NameUnreachableCheckTest::withBlog)
                        .findings(RULE))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .isEqualTo(
                                    "Service worker names blog-db (DB_HOST), which container blog-db-1 of project blog has on"
                                            + " network edge, and is not on that network.");
                    assertThat(finding.fix()).contains("Let worker join network edge.");
                });
    }

    @Test
    void anOutsiderThatAnswersInPlaceOfTheServiceThatIsMeantIsTold() throws Exception {
        assertThat(Linted.compose("""
                services:
                  api: {image: app:1, environment: {DB_HOST: db}, networks: [edge, inner]}
                  db: {image: "postgres:17", networks: [inner]}
                networks: {edge: {external: true}, inner: }
                """)
                        .around(NameUnreachableCheckTest::withBlog)
                        .findings(RULE))
                .extracting(Finding::message)
                .containsExactly("Service api names db (DB_HOST), to which container blog-db-1 of project blog answers"
                        + " here, not db (on network edge).");
    }

    @Test
    void whereBothAnswerNothingIsUnreachable() throws Exception {
        assertThat(Linted.compose("""
                services:
                  api: {image: app:1, environment: {DB_HOST: db}, networks: [edge]}
                  db: {image: "postgres:17", networks: [edge]}
                networks: {edge: {external: true}}
                """)
                        .around(NameUnreachableCheckTest::withBlog)
                        .findings(RULE))
                .isEmpty();
    }
}
