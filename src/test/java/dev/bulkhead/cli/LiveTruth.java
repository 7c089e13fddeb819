package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.testing.PrivateEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens to running projects beside their files, as {@code drift}, {@code status} and {@code check --live} tell it. */
abstract class LiveTruth extends LiveProjects {

    private static final String AGREE = "Files and engine agree.";

    LiveTruth(PrivateEngine engine) {
        super(engine);
    }

    /** Every command tells it: as drift, in the status, and as a finding of a rule. */
    private void told(Path directory, String rule, String sentence) throws Exception {
        CommandLineRun drift = run("drift", directory);
        assertThat(drift.code()).as(drift.err()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(drift.out()).contains(sentence).doesNotContain(AGREE);

        assertThat(run("status", directory).out()).contains(sentence).doesNotContain(AGREE);

        CommandLineRun live = run("check", directory, "--live");
        assertThat(live.code()).as(live.err()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(live.out()).contains(sentence).contains("[" + rule + "]");

        assertThat(run("check", directory).out()).doesNotContain("[" + rule + "]");
    }

    private void agree(Path directory) throws Exception {
        assertThat(run("drift", directory).out()).contains(AGREE);
    }

    @Test
    void aGuestWhoseOwnerWasRestartedHasNoNetwork() throws Exception {
        Path ts = project("ts", """
                services:
                  vpn: IDLE
                  nginx:
                    image: stand-in/client:1
                    network_mode: service:vpn
                    depends_on: {vpn: {condition: service_started, restart: true}}
                """);
        up(ts);
        agree(ts);
        assertThat(run("status", ts).out()).contains("services: 2 of 2 ready");

        engine.docker("restart", "--time", "1", "ts-vpn-1");

        assertThat(engine.docker("exec", "ts-nginx-1", "ip", "-o", "addr")).doesNotContain("eth0");
        told(
                ts,
                "cut-off",
                "Container ts-nginx-1 of service nginx has no network: ts-vpn-1, whose network it shares, was started again"
                        + " after it; restart ts-nginx-1.");
        assertThat(run("status", ts).out()).contains("services: 1 of 2 ready");
        assertThat(run("reach", ts, "--live", "--from", "nginx", "--to", "internet")
                        .err())
                .contains("As it runs now: Container ts-nginx-1 of service nginx has no network");

        engine.docker("restart", "--time", "1", "ts-nginx-1");
        agree(ts);
        Path file = ts.resolve("compose.yml");
        String before = Files.readString(file);
        Files.writeString(file, before.replace("network_mode:", "labels: {a: \"1\"}\n    network_mode:"));
        assertThat(run("drift", ts).out())
                .contains("Container ts-nginx-1 of service nginx was made from other settings than the files have now");
        Files.writeString(file, before);
        agree(ts);
        assertThat(run("status", ts).out()).contains("services: 2 of 2 ready");
    }

    @Test
    void soHaveThoseWhoShareTheNetworkOfSuchAGuestOrOfAContainerThatIsGone() throws Exception {
        Path tunnel = project("tunnel", """
                services:
                  vpn: {image: "stand-in/client:1", container_name: tunnelvpn}
                  one: {image: "stand-in/client:1", network_mode: "container:tunnelvpn", depends_on: [vpn]}
                  two: {image: "stand-in/client:1", network_mode: "service:one"}
                """);
        up(tunnel);
        agree(tunnel);

        engine.docker("restart", "--time", "1", "tunnelvpn");

        assertThat(engine.docker("exec", "tunnel-two-1", "ip", "-o", "addr")).doesNotContain("eth0");
        told(
                tunnel,
                "cut-off",
                "Container tunnel-two-1 of service two has no network: tunnel-one-1, whose network it shares, has none either;"
                        + " restart both, tunnel-one-1 first.");
        assertThat(run("status", tunnel).out()).contains("services: 1 of 3 ready");

        engine.docker("restart", "--time", "1", "tunnel-one-1");
        engine.docker("restart", "--time", "1", "tunnel-two-1");
        agree(tunnel);
        engine.compose(tunnel, Map.of(), "up", "-d", "--force-recreate", "--no-deps", "vpn");

        assertThat(engine.docker("exec", "tunnel-one-1", "ip", "-o", "addr")).doesNotContain("eth0");
        told(
                tunnel,
                "cut-off",
                "Container tunnel-one-1 of service one does not share the network of tunnelvpn any more; recreate it.");
        assertThat(run("status", tunnel).out()).contains("services: 1 of 3 ready");
    }

    @Test
    void aServiceThatLostANetworkIsTold() throws Exception {
        Path lab = project("lab", """
                services:
                  one: {image: "stand-in/client:1", networks: [front, back]}
                networks: {front: {}, back: {}}
                """);
        up(lab);
        agree(lab);

        engine.docker("network", "disconnect", "lab_back", "lab-one-1");

        told(lab, "cut-off", "Container lab-one-1 of service one is not on network lab_back.");
    }

    @Test
    void settingsThatWaitToBeDeployedAreTold() throws Exception {
        Path late = project("late", """
                services:
                  one: {image: "stand-in/client:1", environment: ["TZ=${TZ}"], labels: {a: "1"}}
                  two: IDLE
                """);
        Files.writeString(late.resolve(".env"), "TZ=Europe/Berlin\n");
        up(late);
        agree(late);

        Files.writeString(late.resolve(".env"), "TZ=Asia/Tokyo\n");
        told(
                late,
                "pending-change",
                "Container late-one-1 of service one was made from other settings than the files have now (variables TZ);"
                        + " the next docker compose up makes it anew.");

        Files.writeString(late.resolve(".env"), "TZ=Europe/Berlin\n");
        agree(late);
        Path file = late.resolve("compose.yml");
        Files.writeString(file, Files.readString(file).replace("a: \"1\"", "a: \"2\""));
        told(
                late,
                "pending-change",
                "Container late-one-1 of service one was made from other settings than the files have now; the next docker"
                        + " compose up makes it anew.");
    }

    @Test
    void optionsOfTheDriverThatWaitAreToldToo() throws Exception {
        Path vps = project("vps", """
                services:
                  one: {image: "stand-in/client:1", networks: [flat]}
                networks:
                  flat: {driver_opts: {com.docker.network.driver.mtu: "1400"}}
                """);
        up(vps);
        agree(vps);

        Path file = vps.resolve("compose.yml");
        Files.writeString(file, Files.readString(file).replace("1400", "1500"));

        CommandLineRun drift = run("drift", vps);
        assertThat(drift.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(drift.out())
                .contains("Network vps_flat has option com.docker.network.driver.mtu 1400, the files say 1500.");
    }

    @Test
    void aCopyOfTheDirectoryIsAnotherProject() throws Exception {
        String text = "services:\n  one: IDLE\n";
        Path first = project("twin", text);
        up(first);
        Path copy = Files.createDirectories(folder.resolve("copy"));
        Files.copy(first.resolve("compose.yml"), copy.resolve("compose.yml"));

        told(copy, "pending-change", "twin-one-1 was made from " + first + ", not from " + copy);
    }

    @Test
    void aProxyThatSomebodyConnectedIsTold() throws Exception {
        Path app = project("shopapp", "services:\n  web: IDLE\n");
        Path ingress = project("ingress", """
                services:
                  traefik: {image: "stand-in/client:1", networks: [proxy]}
                networks: {proxy: {}}
                """);
        up(app);
        up(ingress);
        agree(app);
        agree(ingress);

        engine.docker("network", "connect", "shopapp_default", "ingress-traefik-1");

        told(
                app,
                "foreign-attachment",
                "Container ingress-traefik-1, which does not belong to the project, is on its network shopapp_default.");
        told(
                ingress,
                "foreign-attachment",
                "Container ingress-traefik-1 of service traefik is on network shopapp_default, which the files do not say.");
    }

    @Test
    void aNameThatAnotherProjectHasIsTold() throws Exception {
        engine.docker("network", "create", "edge");
        String edge = """
                networks:
                  edge: {external: true, name: edge}
                """;
        Path shop = project("shop", """
                services:
                  api: {image: "stand-in/client:1", networks: [edge]}
                  db: {image: "stand-in/client:1", networks: {edge: {aliases: [shop-db]}}}
                """ + edge);
        Path blog = project(
                "blog",
                "services:\n  db: {image: \"stand-in/client:1\", networks: {edge: {aliases: [blog-db]}}}\n" + edge);
        up(shop);
        agree(shop);
        up(blog);

        told(
                shop,
                "name-of-others",
                "On network edge db is the name of service db and of container blog-db-1 of project blog");
        told(
                blog,
                "name-of-others",
                "On network edge db is the name of service db and of container shop-db-1 of project shop");
    }

    @Test
    void aNetworkThatComposeDidNotMakeIsRefusedAsComposeDoes() throws Exception {
        engine.docker("network", "create", "geo_net");
        Path geo = project("geo", """
                services:
                  api: IDLE
                networks:
                  default: {name: geo_net, driver: bridge}
                """);

        assertThat(catchThrowable(() -> up(geo)))
                .hasMessageContaining("network geo_net was found but has incorrect label");
        told(
                geo,
                "engine-conflict",
                "Network geo_net exists and was not made for network default by Compose (it has no such label), so docker"
                        + " compose up refuses it; declare it with external: true, or remove it.");
    }

    @Test
    void anExternalNetworkThatDoesNotExistAndANameThatIsTakenAreTold() throws Exception {
        engine.docker("run", "-d", "--name", "gitea", "stand-in/client:1");
        Path code = project("code", """
                services:
                  git: {image: "stand-in/client:1", container_name: gitea, networks: [nowhere]}
                  tea: {image: "stand-in/client:1", network_mode: lost}
                networks:
                  nowhere: {external: true}
                """);

        assertThat(catchThrowable(() -> up(code))).hasMessageContaining("nowhere");
        assertThat(run("check", code, "--live").out())
                .contains("Network nowhere is external and does not exist on this engine")
                .contains("Network lost, which service tea states as network_mode, does not exist on this engine")
                .contains("Service git is to have container gitea, and container gitea has that name")
                .contains("[engine-conflict]");
    }
}
