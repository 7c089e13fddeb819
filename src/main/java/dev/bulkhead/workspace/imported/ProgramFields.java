package dev.bulkhead.workspace.imported;

import dev.bulkhead.engine.observed.Told;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Fields that say what runs in a container and as whom: command, user, environment, health check, labels. What its image
 * says already is left out, by the engine's rules for what it takes from an image (moby {@code daemon/commit.go}, merge).
 */
final class ProgramFields {

    private static final List<String> ENGINES_LABELS =
            List.of("com.docker.compose.", "com.docker.swarm.", "com.docker.stack.", "desktop.docker.");

    /** Digits of its id that a container has as its host name when nobody gives it another one. */
    static final int SHORT_ID = 12;

    private final Told container;
    private final Told config;
    private final Told image;

    ProgramFields(Told container, Told image) {
        this.container = container;
        this.config = container.at("Config");
        this.image = image.at("Config");
    }

    void addTo(Fields fields) {
        hostName(fields);
        program(fields);
        fields.text("user", own("User")).text("working_dir", own("WorkingDir"));
        fields.map("environment", environment()).map("labels", labels());
        healthCheck(fields);
        fields.text("stop_signal", own("StopSignal"));
        Told grace = config.at("StopTimeout");
        if (grace.value().isPresent()) {
            fields.put("stop_grace_period", Fields.span(TimeUnit.SECONDS.toNanos(grace.amount())));
        }
        fields.flag("tty", config.at("Tty").truth())
                .flag("stdin_open", config.at("OpenStdin").truth());
    }

    /** Returns what is stated of the container, unless its image states the same. */
    private String own(String field) {
        String text = config.at(field).text();
        return text.equals(image.at(field).text()) ? "" : text;
    }

    /** Whoever uses the network of the host or of another container has its name from there. */
    private void hostName(Fields fields) {
        String mode = container.at("HostConfig").at("NetworkMode").text();
        if (!mode.equals("host") && !mode.startsWith("container:")) {
            String name = config.at("Hostname").text();
            fields.text("hostname", container.at("Id").text().startsWith(name) ? "" : name)
                    .text("domainname", config.at("Domainname").text());
        }
    }

    /** An entry point of its own takes away the image's command. */
    private void program(Fields fields) {
        List<String> entry = config.at("Entrypoint").words();
        List<String> command = config.at("Cmd").words();
        List<String> usual = image.at("Cmd").words();
        boolean otherEntry = !entry.equals(image.at("Entrypoint").words()) || (command.isEmpty() && !usual.isEmpty());
        if (otherEntry) {
            // a single empty word takes away the image's entry point
            fields.put("entrypoint", entry.isEmpty() ? List.of("") : entry);
        }
        if (otherEntry || !command.equals(usual)) {
            fields.list("command", command);
        }
    }

    private Map<String, @Nullable Object> environment() {
        List<String> usual = image.at("Env").words();
        Map<String, @Nullable Object> variables = new TreeMap<>();
        for (String entry : config.at("Env").words()) {
            if (!usual.contains(entry)) {
                int end = entry.indexOf('=');
                variables.put(end < 0 ? entry : entry.substring(0, end), end < 0 ? null : entry.substring(end + 1));
            }
        }
        return variables;
    }

    private Map<String, String> labels() {
        Map<String, String> usual = image.at("Labels").texts();
        Map<String, String> labels = new TreeMap<>();
        config.at("Labels").texts().forEach((name, value) -> {
            if (!value.equals(usual.get(name)) && ENGINES_LABELS.stream().noneMatch(name::startsWith)) {
                labels.put(name, value);
            }
        });
        return labels;
    }

    private void healthCheck(Fields fields) {
        Told check = config.at("Healthcheck");
        if (check.isEmpty() || check.value().equals(image.at("Healthcheck").value())) {
            return;
        }
        List<String> test = check.at("Test").words();
        if (!test.isEmpty() && test.getFirst().equals("NONE")) {
            fields.put("healthcheck", Map.of("disable", true));
            return;
        }
        Fields stated = new Fields()
                .list("test", test)
                .span("interval", check.at("Interval").amount())
                .span("timeout", check.at("Timeout").amount())
                .number("retries", check.at("Retries").amount())
                .span("start_period", check.at("StartPeriod").amount())
                .span("start_interval", check.at("StartInterval").amount());
        fields.map("healthcheck", stated.asMap());
    }

    /** Returns the ports that it exposes beside those of its image and those that are published. */
    List<String> exposed(List<String> published) {
        Map<String, Told> usual = image.at("ExposedPorts").fields();
        return config.at("ExposedPorts").fields().keySet().stream()
                .filter(port -> !usual.containsKey(port) && !published.contains(port))
                .sorted()
                .toList();
    }
}
