package dev.bulkhead.migrate.iteration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AnswersYamlTest {

    private static final Answers ANSWERS = new Answers(
            "1",
            new TreeMap<>(Map.of("networks", "external", "subnet-base", "172.20.0.0/16")),
            new TreeMap<>(Map.of("sonarr", List.of("backend", "download"), "jellyfin", List.of("frontend"))));

    private final AnswersYaml yaml = new AnswersYaml();

    @Test
    void givesBackWhatItWrote() throws Exception {
        assertThat(yaml.read("1.yml", yaml.write(ANSWERS))).isEqualTo(ANSWERS);
    }

    @Test
    void writesWhatAPersonCanEdit() {
        assertThat(yaml.write(ANSWERS)).isEqualTo("""
                # Answers for Bulkhead: bulkhead apply --iteration 1 --answers THIS_FILE --yes
                version: 1
                iteration: 1
                answers:
                  networks: external
                  subnet-base: 172.20.0.0/16
                tiers:
                  jellyfin:
                  - frontend
                  sonarr:
                  - backend
                  - download
                """);
    }

    @Test
    void saysWhereAFileIsNotYaml() {
        assertThatThrownBy(() -> yaml.read("a.yml", "iteration: 1\n\tbad: x\n"))
                .isInstanceOf(AnswersException.class)
                .hasMessageStartingWith("a.yml:2:1: ");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> yaml.read("a.yml", "answers: {}\n"))
                .isInstanceOf(AnswersException.class)
                .hasMessage("a.yml: 'iteration' is missing; a file of answers names its iteration.");
    }

    @Test
    void refusesTiersThatAreNoList() {
        assertThatThrownBy(() -> yaml.read("a.yml", "iteration: 1\ntiers: {sonarr: backend}\n"))
                .isInstanceOf(AnswersException.class)
                .hasMessage("a.yml: the tiers of sonarr have to be a list.");
    }
}
