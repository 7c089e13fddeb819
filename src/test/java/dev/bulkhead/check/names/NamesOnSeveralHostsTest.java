package dev.bulkhead.check.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.lint.Linted;
import dev.bulkhead.reach.setting.ServiceHosts;
import dev.bulkhead.reach.setting.SharedNetworks;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Names and host ports of services that run on different hosts. */
class NamesOnSeveralHostsTest {

    private static final String SHOP = """
            services:
              web: {image: "nginx:1.29", ports: ["8080:80"], environment: {DB_HOST: db}, networks: [back]}
              db: {image: "postgres:17", ports: ["8080:81"], networks: {back: {aliases: [store]}}}
              old: {image: "postgres:16", networks: {back: {aliases: [db]}}}
            networks: {back: }
            """;

    private static final Map<String, List<SortedSet<String>>> NO_OVERLAY = Map.of();
    private static final Map<String, List<SortedSet<String>>> OVERLAY =
            Map.of("shop_back", List.of(hosts("atlas", "borea")));

    private static SortedSet<String> hosts(String... names) {
        return new TreeSet<>(List.of(names));
    }

    private static List<String> lines(
            String rule, Map<String, SortedSet<String>> on, Map<String, List<SortedSet<String>>> spanning)
            throws Exception {
        ServiceHosts hosts = new ServiceHosts(hosts("atlas"), hosts("borea"), on, spanning);
        return Linted.compose(SHOP)
                .around(reach -> reach.withShared(new SharedNetworks(Map.of(), List.of(), hosts)))
                .lines(rule);
    }

    private static Map<String, SortedSet<String>> apart() {
        return Map.of("web", hosts("atlas"), "db", hosts("borea"), "old", hosts("borea"));
    }

    @Test
    void aNameIsNotAnsweredOnAnotherHostWhereTheNetworkIsAnotherOne() throws Exception {
        assertThat(lines("name-unreachable", apart(), NO_OVERLAY))
                .containsExactly(
                        "warning 2:64 Service web names db (DB_HOST), which runs on borea while web runs on atlas, and network"
                                + " back is another network on each of these hosts, so nobody answers.");
    }

    @Test
    void overANetworkThatLiesAcrossTheHostsItIsAnswered() throws Exception {
        assertThat(lines("name-unreachable", apart(), OVERLAY)).isEmpty();
    }

    @Test
    void whereItIsNotKnownWhoRunsWhereNothingIsSaid() throws Exception {
        assertThat(lines("name-unreachable", Map.of("web", hosts("atlas")), NO_OVERLAY))
                .isEmpty();
    }

    @Test
    void aNameIsTakenTwiceOnlyWhereBothAreOnOneNetwork() throws Exception {
        Map<String, SortedSet<String>> each = Map.of("db", hosts("atlas"), "old", hosts("borea"));

        assertThat(lines("name-taken-twice", each, NO_OVERLAY)).isEmpty();
        assertThat(lines("name-taken-twice", each, OVERLAY)).hasSize(1);
        assertThat(lines("name-taken-twice", apart(), NO_OVERLAY)).hasSize(1);
    }

    @Test
    void oneHostPortIsAnErrorOnOneHostAndNoFaultOnTwo() throws Exception {
        assertThat(lines("host-port-taken-twice", Map.of("web", hosts("atlas"), "db", hosts("atlas")), NO_OVERLAY))
                .containsExactly(
                        "error 2:38 Service web publishes 8080:80, but service db takes that host port with 8080:81.");
        assertThat(lines("host-port-taken-twice", apart(), NO_OVERLAY)).isEmpty();
    }

    @Test
    void whereTheHostIsNotKnownThatIsSaid() throws Exception {
        assertThat(lines("host-port-taken-twice", Map.of("web", hosts("atlas")), NO_OVERLAY))
                .containsExactly("warning 2:38 Service web publishes 8080:80, but service db takes that host port with"
                        + " 8080:81. It is a fault only where both are on one host, which is not known: db runs on none of"
                        + " the hosts that answered, and borea did not, and web runs on atlas.");
    }
}
