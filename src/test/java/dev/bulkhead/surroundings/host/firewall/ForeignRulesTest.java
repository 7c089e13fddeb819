package dev.bulkhead.surroundings.host.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.reach.setting.HostRules;
import dev.bulkhead.reach.setting.HostRules.Passage;
import dev.bulkhead.reach.setting.HostRules.Way;
import dev.bulkhead.surroundings.host.firewall.EngineBridges.Bridge;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignRulesTest {

    private static final String FRONT = "br-0123456789ab";
    private static final String BACK = "br-ba9876543210";

    /** As iptables-save lists it with engine 20.10; USER and AFTER are the operator's. */
    private static final String OF_20_10 = """
            *filter
            :INPUT ACCEPT [0:0]
            :FORWARD DROP [0:0]
            :OUTPUT ACCEPT [0:0]
            :DOCKER - [0:0]
            :DOCKER-ISOLATION-STAGE-1 - [0:0]
            :DOCKER-ISOLATION-STAGE-2 - [0:0]
            :DOCKER-USER - [0:0]
            FIRST
            -A FORWARD -j DOCKER-USER
            -A FORWARD -j DOCKER-ISOLATION-STAGE-1
            -A FORWARD -o br-ba9876543210 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
            -A FORWARD -o br-ba9876543210 -j DOCKER
            -A FORWARD -i br-ba9876543210 ! -o br-ba9876543210 -j ACCEPT
            -A FORWARD -i br-ba9876543210 -o br-ba9876543210 -j ACCEPT
            -A FORWARD -o br-0123456789ab -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
            -A FORWARD -o br-0123456789ab -j DOCKER
            -A FORWARD -i br-0123456789ab ! -o br-0123456789ab -j ACCEPT
            -A FORWARD -i br-0123456789ab -o br-0123456789ab -j ACCEPT
            AFTER
            -A DOCKER -d 172.20.0.2/32 ! -i br-0123456789ab -o br-0123456789ab -p tcp -m tcp --dport 80 -j ACCEPT
            -A DOCKER-ISOLATION-STAGE-1 -i br-0123456789ab ! -o br-0123456789ab -j DOCKER-ISOLATION-STAGE-2
            -A DOCKER-ISOLATION-STAGE-1 -i br-ba9876543210 ! -o br-ba9876543210 -j DOCKER-ISOLATION-STAGE-2
            -A DOCKER-ISOLATION-STAGE-1 -j RETURN
            -A DOCKER-ISOLATION-STAGE-2 -o br-0123456789ab -j DROP
            -A DOCKER-ISOLATION-STAGE-2 -o br-ba9876543210 -j DROP
            -A DOCKER-ISOLATION-STAGE-2 -j RETURN
            USER
            -A DOCKER-USER -j RETURN
            COMMIT
            """;

    private static final String OF_28 = """
            *raw
            :PREROUTING ACCEPT [0:0]
            -A PREROUTING -d 172.20.0.2/32 ! -i br-0123456789ab -j DROP
            COMMIT
            *filter
            :INPUT ACCEPT [0:0]
            :FORWARD DROP [0:0]
            :OUTPUT ACCEPT [0:0]
            :DOCKER - [0:0]
            :DOCKER-BRIDGE - [0:0]
            :DOCKER-CT - [0:0]
            :DOCKER-FORWARD - [0:0]
            :DOCKER-USER - [0:0]
            FIRST
            -A FORWARD -j DOCKER-USER
            -A FORWARD -j DOCKER-FORWARD
            AFTER
            -A DOCKER -d 172.20.0.2/32 ! -i br-0123456789ab -o br-0123456789ab -p tcp -m tcp --dport 80 -j ACCEPT
            -A DOCKER ! -i br-0123456789ab -o br-0123456789ab -j DROP
            -A DOCKER ! -i br-ba9876543210 -o br-ba9876543210 -j DROP
            -A DOCKER-BRIDGE -o br-0123456789ab -j DOCKER
            -A DOCKER-BRIDGE -o br-ba9876543210 -j DOCKER
            -A DOCKER-CT -o br-0123456789ab -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
            -A DOCKER-CT -o br-ba9876543210 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
            -A DOCKER-FORWARD -j DOCKER-CT
            -A DOCKER-FORWARD -j DOCKER-BRIDGE
            -A DOCKER-FORWARD -i br-0123456789ab -j ACCEPT
            -A DOCKER-FORWARD -i br-ba9876543210 -j ACCEPT
            USER
            COMMIT
            """;

    private static HostRules rules(String listed, boolean shows) {
        return ForeignRules.of(
                IptablesSave.read(listed, false),
                new EngineBridges(
                        Map.of(
                                "front",
                                new Bridge(Optional.of(FRONT), List.of(Cidr.of("172.20.0.0/16")), true, false),
                                "back",
                                new Bridge(Optional.of(BACK), List.of(Cidr.of("172.21.0.0/16")), true, false)),
                        Optional.of("eth0"),
                        List.of(Cidr.of("192.168.1.0/24")),
                        shows,
                        false));
    }

    private static String with(String listed, String first, String user, String after) {
        return listed.replace("FIRST\n", first)
                .replace("USER\n-A DOCKER-USER -j R", user + "-A DOCKER-USER -j R")
                .replace("USER\nCOMMIT", user + "COMMIT")
                .replace("AFTER\n", after);
    }

    @ParameterizedTest
    @ValueSource(strings = {OF_20_10, OF_28})
    void theEnginesOwnRulesAreNotForeign(String listed) {
        HostRules rules = rules(with(listed, "", "", ""), true);

        assertThat(rules.networks()).containsEntry("front", Passage.FREE).containsEntry("back", Passage.FREE);
        assertThat(rules.others()).isEqualTo(Passage.FREE);
        assertThat(rules.host()).isEqualTo(Passage.FREE);
        assertThat(ForeignRules.engineHasRules(IptablesSave.read(with(listed, "", "", ""), false)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {OF_20_10, OF_28})
    void whatStandsBehindTheEnginesRulesDoesNotMatter(String listed) {
        HostRules rules =
                rules(with(listed, "", "", "-A FORWARD -j REJECT --reject-with icmp-port-unreachable\n"), true);

        assertThat(rules.networks()).containsEntry("front", Passage.FREE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the operator's rule | ways of front that may be closed | ways of front that are | ways of back, if
                // any
                "-A DOCKER-USER -s 172.20.0.0/16 -j DROP | WITHIN | ACROSS,IN,OUT | ACROSS",
                "-A DOCKER-USER -i eth0 -p tcp -m tcp --dport 80 -j DROP | IN,OUT | | IN,OUT",
                "-A DOCKER-USER -i br-ba9876543210 -j DROP | ACROSS | | ACROSS,WITHIN",
                "-A DOCKER-USER -m conntrack --ctstate INVALID -j DROP | | | ",
                "-A DOCKER-USER -p icmp -j DROP | | | ",
                "-A DOCKER-USER -s 203.0.113.7/32 -i eth0 -j DROP | | | ",
                "-A DOCKER-USER -m comment --comment \"-j DROP\" -j LOG --log-prefix \"-j DROP\" | | | ",
                "-A DOCKER-USER -d 172.21.0.0/16 -o br-0123456789ab -j REJECT | | | ACROSS",
            })
    void whatDropsIsTold(String rule, String doubtful, String closed, String back) {
        HostRules rules = rules(with(OF_28, "", rule + "\n", ""), true);
        Passage front = rules.passage("front");

        assertThat(words(front.closed())).as("closed").isEqualTo(wanted(closed));
        if (doubtful == null) {
            assertThat(front.doubtful()).isEmpty();
        } else {
            for (String way : doubtful.split(",", -1)) {
                assertThat(front.doubtful()).containsEntry(Way.valueOf(way.strip()), rule);
            }
        }
        if (back == null) {
            assertThat(rules.passage("back")).isEqualTo(Passage.FREE);
        }
    }

    private static String words(Map<Way, String> ways) {
        return String.join(",", ways.keySet().stream().map(Enum::name).sorted().toList());
    }

    private static String wanted(String cell) {
        return cell == null ? "" : cell;
    }

    @Test
    void aDropOfWhatLeavesIsCertain() {
        Passage front = rules(
                        with(OF_20_10, "", "-A DOCKER-USER -i br-0123456789ab ! -o br-0123456789ab -j DROP\n", ""),
                        false)
                .passage("front");

        assertThat(front.closed()).containsKey(Way.OUT);
        assertThat(front.doubtful()).doesNotContainKeys(Way.WITHIN, Way.TO_HOST, Way.FROM_HOST);
    }

    @Test
    void whatABridgeCarriesIsSeenOnlyWhereTheKernelShowsIt() {
        String all = with(OF_28, "", "-A DOCKER-USER -j DROP\n", "");

        assertThat(rules(all, true).passage("front").doubtful()).containsKey(Way.WITHIN);
        assertThat(rules(all, false).passage("front").doubtful()).doesNotContainKey(Way.WITHIN);
        assertThat(rules(all, false).passage("front").closed()).containsKeys(Way.OUT, Way.IN, Way.ACROSS);
    }

    @Test
    void whatAcceptsBeforeTheEngineMayOpen() {
        HostRules rules = rules(
                with(
                        OF_28,
                        "",
                        "-A DOCKER-USER -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT\n"
                                + "-A DOCKER-USER -i br-0123456789ab -o br-ba9876543210 -j ACCEPT\n",
                        ""),
                true);

        assertThat(rules.passage("front").opened()).containsOnlyKeys(Way.ACROSS);
        assertThat(rules.passage("back").opened()).containsOnlyKeys(Way.ACROSS);
        assertThat(rules.passage("front").doubtful()).isEmpty();
    }

    @Test
    void anOlderEngineLeavesWhatIsNotPublishedToThePolicy() {
        String accepts = with(OF_20_10, "", "", "").replace(":FORWARD DROP", ":FORWARD ACCEPT");

        assertThat(rules(accepts, true).passage("front").opened()).containsOnlyKeys(Way.IN);
        assertThat(rules(with(OF_28, "", "", "").replace(":FORWARD DROP", ":FORWARD ACCEPT"), true)
                        .passage("front"))
                .isEqualTo(Passage.FREE);
    }

    @Test
    void withoutTheEnginesRulesThePolicyDecides() {
        String none = """
                *filter
                :INPUT ACCEPT [0:0]
                :FORWARD DROP [0:0]
                :OUTPUT ACCEPT [0:0]
                COMMIT
                """;

        assertThat(ForeignRules.engineHasRules(IptablesSave.read(none, false))).isFalse();
        assertThat(rules(none, false).others().closed()).containsOnlyKeys(Way.OUT, Way.IN, Way.ACROSS);
        assertThat(rules(none, false).passage("front").closed().get(Way.OUT)).isEqualTo("policy DROP of FORWARD");
        assertThat(rules(none.replace("DROP", "ACCEPT"), false).others()).isEqualTo(Passage.FREE);
    }

    /** As libvirt and Tailscale leave a host: their rules come first, and are about their own devices. */
    @Test
    void rulesAboutGuestsAndTunnelsDecideNothing() {
        HostRules rules = rules(
                with(
                        OF_20_10.replace(
                                ":DOCKER - [0:0]\n",
                                ":DOCKER - [0:0]\n:LIBVIRT_FWI - [0:0]\n:ts-forward - [0:0]\n:ts-input - [0:0]\n"),
                        """
                        -A INPUT -j ts-input
                        -A FORWARD -j ts-forward
                        -A FORWARD -j LIBVIRT_FWI
                        -A LIBVIRT_FWI -d 192.168.122.0/24 -o virbr0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
                        -A LIBVIRT_FWI -o virbr0 -j REJECT --reject-with icmp-port-unreachable
                        -A ts-forward -i tailscale0 -j MARK --set-xmark 0x40000/0xff0000
                        -A ts-forward -m mark --mark 0x40000/0xff0000 -j ACCEPT
                        -A ts-forward -s 100.64.0.0/10 -o tailscale0 -j DROP
                        -A ts-forward -o tailscale0 -j ACCEPT
                        -A ts-input -s 100.115.92.0/23 ! -i tailscale0 -j RETURN
                        -A ts-input -s 100.64.0.0/10 ! -i tailscale0 -j DROP
                        -A ts-input -i tailscale0 -j ACCEPT
                        """,
                        "",
                        ""),
                true);

        assertThat(rules.networks()).containsEntry("front", Passage.FREE).containsEntry("back", Passage.FREE);
        assertThat(rules.host()).isEqualTo(Passage.FREE);
    }

    /** As ufw leaves a host: what comes in is dropped unless somebody allowed it. */
    @Test
    void aClosedDoorOfTheHostIsNotCertainForContainersEither() {
        HostRules rules = rules(
                with(OF_28, "", "", "")
                        .replace(":INPUT ACCEPT [0:0]\n", ":INPUT DROP [0:0]\n:ufw-user-input - [0:0]\n")
                        .replace(
                                "-A FORWARD -j DOCKER-USER\n",
                                "-A INPUT -i lo -j ACCEPT\n"
                                        + "-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT\n"
                                        + "-A INPUT -j ufw-user-input\n"
                                        + "-A ufw-user-input -p tcp -m tcp --dport 22 -j ACCEPT\n"
                                        + "-A FORWARD -j DOCKER-USER\n"),
                true);

        assertThat(rules.passage("front").doubtful()).containsOnlyKeys(Way.TO_HOST);
        assertThat(rules.host().doubtful()).containsOnlyKeys(Way.INTO_HOST);
    }
}
