package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** A list of a service's own settings gets an item more, and nothing else in the file changes. */
class SettingsTextTest {

    private static final List<String> JOBS = List.of("scrape_configs");

    private static YamlValue job(String name) {
        SequencedMap<String, YamlValue> fields = new LinkedHashMap<>();
        fields.put("job_name", new YamlValue.Text(name));
        fields.put("metrics_path", new YamlValue.Text("/metrics"));
        return new YamlValue.Fields(fields);
    }

    private static String with(String text) throws EditRejectedException {
        return new SettingsText("prometheus.yml", text).with(JOBS, job("loki"));
    }

    @Test
    void theItemFollowsTheLastOneAsThatOneIsLaidOut() throws Exception {
        String text = """
            global: {scrape_interval: 15s}  # often

            scrape_configs:
            - job_name: 'self'     # myself
              static_configs:
              - targets: ['localhost:9090']

            # the end
            rule_files: []
            """;

        assertThat(with(text)).isEqualTo("""
            global: {scrape_interval: 15s}  # often

            scrape_configs:
            - job_name: 'self'     # myself
              static_configs:
              - targets: ['localhost:9090']
            - job_name: loki
              metrics_path: /metrics

            # the end
            rule_files: []
            """);
    }

    @Test
    void aListThatIsMissingOrEmptyIsMade() throws Exception {
        assertThat(with("global:\n  scrape_interval: 15s\n")).isEqualTo("""
            global:
              scrape_interval: 15s
            scrape_configs:
              - job_name: loki
                metrics_path: /metrics
            """);
        assertThat(with("scrape_configs:\nglobal: {}\n"))
                .contains("job_name: loki")
                .endsWith("global: {}\n");
        assertThat(with("scrape_configs: []\n")).contains("job_name: loki");
        assertThat(with("")).startsWith("scrape_configs:\n").contains("job_name: loki");
        assertThat(with("# nothing yet\n")).startsWith("# nothing yet\nscrape_configs:\n");
    }

    @Test
    void aListDeeperDownIsMadeWithWhatIsAroundIt() throws Exception {
        assertThat(new SettingsText("p.yml", "global: {}\n").with(List.of("alerting", "alertmanagers"), job("a")))
                .isEqualTo("""
                global: {}
                alerting:
                  alertmanagers:
                    - job_name: a
                      metrics_path: /metrics
                """);
    }

    @Test
    void whatIsNoListIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> with("scrape_configs: yes please\n"))
                .isInstanceOf(EditRejectedException.class)
                .hasMessageContaining("prometheus.yml:1:17")
                .hasMessageContaining("add to it by hand");
        assertThatThrownBy(() -> with("a: [\n")).isInstanceOf(EditRejectedException.class);
    }
}
