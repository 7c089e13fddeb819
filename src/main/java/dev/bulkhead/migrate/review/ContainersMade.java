package dev.bulkhead.migrate.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.iteration.IterationInput.ContainerMaking;
import dev.bulkhead.migrate.iteration.IterationInput.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How containers were made, as the engine tells when it is asked. A user that is known by a name only is asked for his
 * numbers inside the container.
 */
final class ContainersMade implements ContainerMaking {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,9})(?::([0-9]{1,9}))?");
    private static final SecretFile.Owner ROOT = new SecretFile.Owner(0, 0);
    private static final Duration ASKING = Duration.ofSeconds(10);

    private final Engine engine;
    private final ObservedState observed;
    private final String project;
    private final Map<String, Optional<Made>> known = new HashMap<>();

    ContainersMade(Engine engine, ObservedState observed, String project) {
        this.engine = engine;
        this.observed = observed;
        this.project = project;
    }

    /** Returns the user who runs this program. Java does not tell; the kernel gives the process's own directory to him. */
    static Optional<SecretFile.Owner> writer() {
        Path self = Path.of("/proc/self");
        try {
            return Optional.of(new SecretFile.Owner(
                    (Integer) Files.getAttribute(self, "unix:uid"), (Integer) Files.getAttribute(self, "unix:gid")));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Made> of(String service) {
        return known.computeIfAbsent(service, this::ask);
    }

    private Optional<Made> ask(String service) {
        Optional<ObservedContainer> container =
                observed.containers(project, service).stream().findFirst();
        if (container.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode config = JSON.readTree(
                            engine.observer().inspect(container.get().id()).inspected())
                    .path("Config");
            return Optional.of(new Made(
                    user(container.get(), config.path("User").asText()),
                    words(config.path("Entrypoint")),
                    words(config.path("Cmd"))));
        } catch (EngineException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private Optional<SecretFile.Owner> user(ObservedContainer container, String stated) throws EngineException {
        if (stated.isEmpty()) {
            return Optional.of(ROOT);
        }
        Matcher numbers = NUMBERS.matcher(stated);
        if (numbers.matches()) {
            int uid = Integer.parseInt(numbers.group(1));
            if (numbers.group(2) != null) {
                return Optional.of(new SecretFile.Owner(uid, Integer.parseInt(numbers.group(2))));
            }
        }
        return container.status().state() == ObservedContainer.RunState.RUNNING ? inside(container) : Optional.empty();
    }

    private Optional<SecretFile.Owner> inside(ObservedContainer container) throws EngineException {
        Optional<Integer> uid = number(container, "-u");
        Optional<Integer> gid = number(container, "-g");
        return uid.isPresent() && gid.isPresent()
                ? Optional.of(new SecretFile.Owner(uid.get(), gid.get()))
                : Optional.empty();
    }

    private Optional<Integer> number(ObservedContainer container, String which) throws EngineException {
        ExecResult result = engine.exec().exec(container.id(), List.of("id", which), ASKING);
        String said = result.output().strip();
        return result.exitCode() == 0 && said.matches("[0-9]{1,9}")
                ? Optional.of(Integer.parseInt(said))
                : Optional.empty();
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }
}
