package dev.bulkhead.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScrapeFileReaderTest {

    static final String JOBS = """
            global: {scrape_interval: 15s}
            alerting:
              alertmanagers:
                - static_configs: [{targets: ["alertmanager:9093"]}]
            remote_write:
              - url: http://store:8428/api/v1/write
            scrape_configs:
              - job_name: itself
                static_configs: [{targets: ["localhost:9090"]}]
              - job_name: apps
                scheme: https
                static_configs:
                  - targets: [app, "api:8443"]
                  - targets: ["other:1234"]
              - job_name: nodes
                dns_sd_configs:
                  - {names: [tasks.node], type: A, port: 9100}
            """;

    static final String LISTED = """
            scrape_configs:
              - job_name: listed
                file_sd_configs: [{files: ["targets/*.json", /etc/more.yml]}]
            """;

    static final String PROBES = """
            scrape_configs:
              - job_name: probes
                metrics_path: /probe
                static_configs: [{targets: ["http://shop:8080/health"]}]
                relabel_configs:
                  - {source_labels: [__address__], target_label: __param_target}
                  - {source_labels: [__param_target], target_label: instance}
                  - {target_label: __address__, replacement: blackbox:9115}
              - job_name: moved
                static_configs: [{targets: ["web:80"]}]
                relabel_configs:
                  - {source_labels: [__address__], regex: '(.*):.*', replacement: '${1}:9113', target_label: __address__}
            """;

    private final Path directory;

    ScrapeFileReaderTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private void write(String name, String text) throws Exception {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Scrapes read(String collector) throws Exception {
        write("compose.yaml", "name: home\nservices:\n  meter:\n" + collector.indent(4));
        return new ScrapeFileReader(new DiskFileTree())
                .read(new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(directory)));
    }

    private static List<String> lines(Scrapes scrapes) {
        return scrapes.targets().stream()
                .map(target -> target.from() + " -> " + target.host() + ":" + target.port() + ": " + target.why())
                .toList();
    }

    @Test
    void jobsAlertsAndRemoteWritersAreConnections() throws Exception {
        write("prometheus/prometheus.yml", JOBS);

        assertThat(lines(read("image: prom/prometheus:v3\nvolumes: ['./prometheus:/etc/prometheus:ro']")))
                .containsExactly(
                        "meter -> app:443: Job apps of prometheus/prometheus.yml scrapes it.",
                        "meter -> api:8443: Job apps of prometheus/prometheus.yml scrapes it.",
                        "meter -> other:1234: Job apps of prometheus/prometheus.yml scrapes it.",
                        "meter -> node:9100: Job nodes of prometheus/prometheus.yml scrapes it.",
                        "meter -> alertmanager:9093: It hands alerts over, by prometheus/prometheus.yml.",
                        "meter -> store:8428: It is the remote_write of prometheus/prometheus.yml.");
    }

    @Test
    void targetsInFilesOfTheirOwnAreFollowed() throws Exception {
        write("conf/meter.yml", LISTED);
        write("conf/targets/a.json", "[{\"targets\": [\"a:1\", \"b:2\"]}]");
        write("conf/targets/notes.txt", "c:3");
        write("more.yml", "- targets: [d:4]\n");

        assertThat(lines(read("""
            image: victoriametrics/vmagent:v1
            command: [-promscrape.config=/etc/vm/meter.yml]
            volumes: ['./conf:/etc/vm', './more.yml:/etc/more.yml']""")))
                .containsExactly(
                        "meter -> a:1: Job listed of conf/meter.yml scrapes it.",
                        "meter -> b:2: Job listed of conf/meter.yml scrapes it.",
                        "meter -> d:4: Job listed of conf/meter.yml scrapes it.");
    }

    @Test
    void anExporterThatIsAskedAboutOthersAsksThoseItself() throws Exception {
        write("prometheus.yml", PROBES);

        assertThat(lines(read("image: prom/prometheus\nvolumes: ['./prometheus.yml:/etc/prometheus/prometheus.yml']")))
                .containsExactly(
                        "meter -> blackbox:9115: Job probes of prometheus.yml scrapes it.",
                        "blackbox -> shop:8080: Job probes of prometheus.yml has it probed.",
                        "meter -> web:9113: Job moved of prometheus.yml scrapes it.");
    }

    @Test
    void whatCannotBeReadIsNamed() throws Exception {
        assertThat(read("image: prom/prometheus").unread())
                .containsExactly(
                        "What meter scrapes is not known: /etc/prometheus/prometheus.yml of its container is no"
                                + " file of the project; state such flows as rules.");
    }

    @Test
    void whoeverIsNoCollectorIsLeftAlone() throws Exception {
        assertThat(read("image: grafana/grafana")).isEqualTo(Scrapes.NONE);
    }
}
