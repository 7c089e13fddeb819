package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.testing.Work;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManyServicesLintTest {

    private static final int SERVICES = 500;

    private static String compose(int services) {
        StringBuilder text = new StringBuilder("services:\n  traefik: {image: \"traefik:v3.5\", networks: [n0]}\n");
        for (int i = 0; i < services; i++) {
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

    private static long work(int services) throws Exception {
        CheckInput input = CheckInput.of(Linted.read(compose(services))).withCatalogue(Linted.catalogue());
        List<Finding> findings = new ArrayList<>();
        long work = Work.of(() -> {
            LintChecks.all().forEach(check -> check.run(input, findings::add));
            return findings;
        });
        assertThat(findings).hasSizeGreaterThan(services * 6);
        return work;
    }

    /** Four times the work is in proportion, sixteen times would be the square. */
    @Test
    void workGrowsWithTheServicesAndNotWithTheirSquare() throws Exception {
        assertThat(work(4 * SERVICES)).isLessThan(8 * work(SERVICES));
    }
}
