package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ManyServicesLintTest {

    private static final int SERVICES = 2_000;

    private static String compose() {
        StringBuilder text = new StringBuilder("services:\n  traefik: {image: \"traefik:v3.5\", networks: [n0]}\n");
        for (int i = 0; i < SERVICES; i++) {
            text.append("  s%d:\n    image: nginx\n    privileged: true\n".formatted(i))
                    .append("    networks: {n%d: {aliases: [pool]}, n%d: , n%d: }\n"
                            .formatted(i % 50, (i + 1) % 50, (i + 2) % 50))
                    .append("    ports: [\"%d:80\"]\n".formatted(10_000 + i))
                    .append("    environment: {API_TOKEN: abcdefgh}\n")
                    .append("    volumes: [/var/run/docker.sock:/var/run/docker.sock]\n")
                    .append("    labels: {traefik.http.routers.s%d.rule: Host(`s%d.lan`)}\n".formatted(i, i));
        }
        text.append("networks:\n");
        for (int i = 0; i < 50; i++) {
            text.append("  n%d:\n".formatted(i));
        }
        return text.toString();
    }

    /** A hundred times what it takes: only work that grows with the square of the services is too slow. */
    @Test
    void staysQuickWithThousandsOfServicesThatAllHaveFaults() throws Exception {
        CheckInput input = CheckInput.of(Linted.read(compose())).withCatalogue(Linted.catalogue());
        List<Finding> findings = new ArrayList<>();

        Assertions.assertTimeout(
                Duration.ofSeconds(3), () -> LintChecks.all().forEach(check -> check.run(input, findings::add)));

        assertThat(findings).hasSizeGreaterThan(SERVICES * 6);
    }
}
