package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.testing.PrivateEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an engine has, and does not have, beside a project, as {@code check --live} and {@code reach --live} tell it. */
abstract class LiveOutsiders extends LiveProjects {

    LiveOutsiders(PrivateEngine engine) {
        super(engine);
    }

    @Test
    void whatTheEngineDoesNotHaveIsToldAsTheEngineRefusesIt() throws Exception {
        Path odd = project("odd", """
                services:
                  far: {image: "stand-in/client:1", networks: [wide]}
                networks:
                  wide: {driver: overlay, attachable: true}
                """);
        assertThat(catchThrowable(() -> up(odd))).hasMessageContaining("swarm");
        assertThat(run("check", odd, "--live").out())
                .contains("Network odd_wide is an overlay, which only a manager of a Swarm makes, and this engine is in"
                        + " no Swarm")
                .contains("[engine-conflict]");

        Path net = project("net", """
                services:
                  far: {image: "stand-in/client:1", networks: [wide]}
                networks:
                  wide: {driver: weave}
                """);
        assertThat(catchThrowable(() -> up(net))).hasMessageContaining("weave");
        assertThat(run("check", net, "--live").out())
                .contains("Network net_wide is to be made by the driver weave, which this engine does not have");

        Path bare = project("bare", """
                services:
                  none: {image: "stand-in/none:1", pull_policy: never}
                  built: {image: "stand-in/mine:1", build: .}
                  user: {image: "stand-in/mine:1", pull_policy: never}
                  other: {image: "registry.invalid/other:1"}
                """);
        assertThat(catchThrowable(() -> engine.compose(bare, Map.of(), "up", "-d", "none")))
                .hasMessageContaining("stand-in/none:1");
        assertThat(run("check", bare, "--live").out())
                .contains("Service none runs image stand-in/none:1, which is not on this engine, and pull_policy: never"
                        + " with no build keeps Compose from getting it")
                .contains("Image registry.invalid/other:1 is not on this engine; docker compose up pulls it.")
                .doesNotContain("Service user runs image");
    }

    @Test
    void containersOfOthersAnswerToNamesOnASharedNetwork() throws Exception {
        engine.docker("network", "create", "edge");
        String edge = """
                networks:
                  edge: {external: true, name: edge}
                """;
        Path blog = project("blog", """
                services:
                  db: {image: "stand-in/client:1", hostname: blogger, networks: {edge: {aliases: [blog-db]}}}
                  cache: {image: "stand-in/client:1", networks: [edge]}
                """ + edge);
        Path shop = project("shop", """
                services:
                  api:
                    image: stand-in/client:1
                    environment: {DB_HOST: blog-db, OTHER_HOST: blogger, CACHE_HOST: cache}
                    networks: [edge, inner]
                  worker: {image: "stand-in/client:1", environment: {DB_HOST: blog-db}, networks: [inner]}
                  cache: {image: "stand-in/client:1", networks: [inner]}
                """ + edge + "  inner: {name: inner}\n");
        up(blog);
        up(shop);

        assertThat(answers("shop-api-1", "blog-db")).isTrue();
        assertThat(answers("shop-api-1", "blogger")).isTrue();
        assertThat(answers("shop-worker-1", "blog-db")).isFalse();
        String stranger = engine.docker(
                        "inspect", "--format", "{{.NetworkSettings.Networks.edge.IPAddress}}", "blog-cache-1")
                .strip();
        assertThat(engine.docker("exec", "shop-api-1", "nslookup", "cache")).contains(stranger);

        String live = run("check", shop, "--live").out();
        assertThat(live)
                .contains(
                        "Service worker names blog-db (DB_HOST), which container blog-db-1 of project blog has on network"
                                + " edge, and is not on that network.")
                .contains(
                        "Service api names cache (CACHE_HOST), to which container blog-cache-1 of project blog answers"
                                + " here, not cache (on network edge).")
                .doesNotContain("Service api names blog");
        assertThat(run("check", shop).out()).doesNotContain("blog");
        assertThat(run("reach", shop, "--live", "--from", "api", "--to", "cache")
                        .out())
                .contains("By the name cache api finds container blog-cache-1 of project blog, not cache.");
        assertThat(run("reach", shop, "--from", "api", "--to", "cache").out())
                .contains("api finds it by the name cache.");
    }

    @Test
    void containersOfOthersAreSubjectsOfMatrixImpactAndRules() throws Exception {
        engine.docker("network", "create", "proxy");
        Path shop = project("shop", """
                services:
                  traefik: {image: "stand-in/client:1", networks: [proxy]}
                  web: {image: "stand-in/client:1", command: ["nc", "-lk", "-p", "80", "-e", "true"], networks: [proxy]}
                networks:
                  proxy: {external: true}
                """);
        Files.writeString(shop.resolve("bulkhead.yml"), """
                version: 1
                rules:
                  - only: traefik -> web
                """);
        up(shop);
        assertThat(run("check", shop).out()).contains("[rule-undecided]");
        assertThat(run("check", shop, "--live").out()).doesNotContain("[rule-");

        engine.docker("run", "-d", "--name", "evil", "--network", "proxy", "stand-in/client:1");

        assertThat(engine.docker("exec", "evil", "nc", "-w", "2", "web", "80")).isNotNull();
        CommandLineRun live = run("check", shop, "--live");
        assertThat(live.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(live.out())
                .contains(
                        "Rule 'only: traefik -> web' does not hold: foreign:evil reaches web: both are on network proxy");
        assertThat(run("reach", shop, "--live", "--matrix", "--format", "json").out())
                .contains("\"foreign:evil\"");
        assertThat(run("reach", shop, "--matrix", "--format", "json").out()).doesNotContain("evil");
        assertThat(run("reach", shop, "--live", "--from", "foreign:evil", "--to", "web:80")
                        .out())
                .contains("foreign:evil reaches web on port 80");
        assertThat(run("reach", shop, "--live", "--from", "web", "--to", "foreign:evil")
                        .out())
                .contains("web finds it by the name evil.");
        assertThat(run("reach", shop, "--live", "--impact", "web").out()).contains("foreign:evil");
    }

    private boolean answers(String container, String name) {
        return catchThrowable(() -> engine.docker("exec", container, "nslookup", name)) == null;
    }
}
