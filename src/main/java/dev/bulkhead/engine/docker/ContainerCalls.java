package dev.bulkhead.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.RestartContainerCmd;
import com.github.dockerjava.api.command.StopContainerCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ChangeLog;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.Volume;
import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.NewContainer;
import dev.bulkhead.engine.observed.ContainerLook;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.HealthLook;
import dev.bulkhead.engine.observed.ObservedImage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls that ask for one container or image. */
final class ContainerCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerCalls.class);
    private static final String SHARED = "container:";

    /** What a health check ended with that was not waited for (moby daemon/health.go, exitStatusHealthcheckTimedOut). */
    private static final int UNKNOWN = -1;

    /** More of what a health check says is not kept by the engine; what it cuts off ends with dots (moby daemon/health.go). */
    private static final int CUT_OFF = 4096;

    /** What became of a path (Engine API, ContainerChanges). */
    private static final int DELETED = 2;

    private final Session session;

    ContainerCalls(Session session) {
        this.session = session;
    }

    ContainerBlueprint inspect(String container) {
        JsonNode told = RawCreation.JSON.valueToTree(
                session.calls().inspectContainerCmd(container).exec().getRawValues());
        String mode = told.path("HostConfig").path("NetworkMode").asText();
        String name = told.path("Name").asText();
        return new ContainerBlueprint(
                name.startsWith("/") ? name.substring(1) : name,
                told.path("Image").asText(),
                mode.startsWith(SHARED) ? Optional.of(mode.substring(SHARED.length())) : Optional.empty(),
                told.toString());
    }

    ContainerLook look(String container) {
        InspectContainerResponse told =
                session.calls().inspectContainerCmd(container).exec();
        HealthCheck check = told.getConfig().getHealthcheck();
        List<ChangeLog> changes = session.calls().containerDiffCmd(told.getId()).exec();
        return new ContainerLook(
                Optional.ofNullable(told.getConfig().getUser())
                        .filter(user -> !user.isEmpty() && !user.equals("root") && !user.split(":", 2)[0].equals("0")),
                test(check),
                changes == null
                        ? List.of()
                        : changes.stream()
                                .filter(change -> change.getKind() == null || change.getKind() != DELETED)
                                .map(ChangeLog::getPath)
                                // directories on the way to what is mounted were made by the engine
                                .filter(path -> mounted(told)
                                        .noneMatch(mount -> mount.equals(path) || mount.startsWith(path + "/")))
                                .sorted()
                                .toList(),
                digests(told.getImageId()));
    }

    private static List<String> test(@Nullable HealthCheck check) {
        return check == null || check.getTest() == null || check.getTest().contains("NONE")
                ? List.of()
                : check.getTest();
    }

    private static Stream<String> mounted(InspectContainerResponse told) {
        return Optional.ofNullable(told.getMounts()).orElse(List.of()).stream()
                .flatMap(mount -> Optional.ofNullable(mount.getDestination()).stream())
                .map(Volume::getPath);
    }

    private List<String> digests(@Nullable String image) {
        try {
            return image == null
                    ? List.of()
                    : Optional.ofNullable(session.calls()
                                    .inspectImageCmd(image)
                                    .exec()
                                    .getRepoDigests())
                            .orElse(List.of());
        } catch (NotFoundException e) {
            return List.of(); // a container can outlive its image
        }
    }

    Optional<HealthLook> lastHealthLook(String container) {
        return Optional.ofNullable(session.calls()
                        .inspectContainerCmd(container)
                        .exec()
                        .getState()
                        .getHealth())
                .flatMap(health -> Optional.ofNullable(health.getLog()))
                .filter(looks -> !looks.isEmpty())
                .map(List::getLast)
                .map(look -> new HealthLook(
                        look.getExitCodeLong() == null
                                ? UNKNOWN
                                : look.getExitCodeLong().intValue(),
                        whole(Optional.ofNullable(look.getOutput()).orElse(""))));
    }

    /** A line that the engine cut off may end within a secret, which nobody would know any more. */
    private static String whole(String output) {
        return output.length() >= CUT_OFF && output.endsWith("...")
                ? output.substring(0, output.lastIndexOf('\n') + 1)
                : output;
    }

    /** What {@code ps} is asked for by the engine ends with the command line, whatever stands before it. */
    List<String> processes(String container) {
        String[][] processes = session.calls().topContainerCmd(container).exec().getProcesses();
        return processes == null
                ? List.of()
                : Arrays.stream(processes)
                        .map(columns -> columns[columns.length - 1])
                        .toList();
    }

    Optional<ObservedImage> image(String reference) {
        try {
            InspectImageResponse told =
                    session.calls().inspectImageCmd(reference).exec();
            return Optional.ofNullable(told.getId())
                    .map(id -> new ObservedImage(
                            id,
                            Optional.ofNullable(told.getConfig())
                                    .map(config ->
                                            !test(config.getHealthcheck()).isEmpty())
                                    .orElse(false)));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    String create(NewContainer wanted) {
        ObjectNode body = RawCreation.JSON.createObjectNode();
        body.put("Image", wanted.image());
        if (!wanted.command().isEmpty()) {
            // also in the place of an entry point, which would take the words for its own arguments
            body.set("Entrypoint", RawCreation.JSON.valueToTree(wanted.command()));
            body.putArray("Cmd");
        }
        wanted.environment().forEach((name, value) -> body.withArray("Env").add(name + "=" + value));
        body.set("Labels", RawCreation.JSON.valueToTree(wanted.labels()));
        body.putObject("HostConfig").put("NetworkMode", wanted.network().orElse("none"));
        wanted.network()
                .ifPresent(network -> body.putObject("NetworkingConfig")
                        .putObject("EndpointsConfig")
                        .set(network, endpoint(wanted.endpoint())));
        return session.creation().create(wanted.name(), body);
    }

    static ObjectNode endpoint(EndpointSpec asked) {
        ObjectNode node = RawCreation.JSON.createObjectNode();
        node.set("Aliases", RawCreation.JSON.valueToTree(asked.aliases()));
        asked.ipv4().ifPresent(address -> node.withObjectProperty("IPAMConfig").put("IPv4Address", address));
        asked.ipv6().ifPresent(address -> node.withObjectProperty("IPAMConfig").put("IPv6Address", address));
        if (!asked.driverOpts().isEmpty()) {
            node.set("DriverOpts", RawCreation.JSON.valueToTree(asked.driverOpts()));
        }
        if (asked.gwPriority() != 0) {
            node.put("GwPriority", asked.gwPriority());
        }
        return node;
    }

    void start(String container) {
        unlessSo(session.patient().startContainerCmd(container)::exec);
    }

    void stop(String container, Duration grace) {
        StopContainerCmd call = session.patient().stopContainerCmd(container);
        if (!grace.isNegative()) {
            call.withTimeout(Math.toIntExact(grace.toSeconds()));
        }
        unlessSo(call::exec);
    }

    void restart(String container, Duration grace) {
        RestartContainerCmd call = session.patient().restartContainerCmd(container);
        if (!grace.isNegative()) {
            call.withTimeout(Math.toIntExact(grace.toSeconds()));
        }
        call.exec();
    }

    /** The engine answers "not modified" when a container runs, or rests, already. */
    private static void unlessSo(Runnable call) {
        try {
            call.run();
        } catch (NotModifiedException e) {
            LOG.debug("nothing to do", e);
        }
    }

    void pull(String image, Consumer<String> log) throws InterruptedException {
        // without a tag the engine would get all of them
        boolean tagged = image.contains("@") || image.lastIndexOf(':') > image.lastIndexOf('/');
        Pull pull = new Pull(log);
        session.patient()
                .pullImageCmd(tagged ? image : image + ":latest")
                .exec(pull)
                .awaitCompletion();
        pull.failure.ifPresent(reason -> {
            throw new DockerException(reason, 500);
        });
    }

    /** Tells what a pull says, without the bars of its layers. */
    private static final class Pull extends ResultCallback.Adapter<PullResponseItem> {

        private final Consumer<String> log;
        private volatile Optional<String> failure = Optional.empty();

        private Pull(Consumer<String> log) {
            this.log = log;
        }

        @Override
        public void onNext(PullResponseItem item) {
            if (item.getErrorDetail() != null) {
                failure = Optional.ofNullable(item.getErrorDetail().getMessage());
            } else if (item.getProgressDetail() == null
                    || item.getProgressDetail().getTotal() == null) {
                log.accept((item.getId() == null ? "" : item.getId() + ": ") + item.getStatus());
            }
        }
    }
}
