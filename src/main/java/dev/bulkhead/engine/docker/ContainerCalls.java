package dev.bulkhead.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.NetworkingConfig;
import com.github.dockerjava.api.model.PullResponseItem;
import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.NewContainer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is asked of one container or image. */
final class ContainerCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerCalls.class);
    private static final String SHARED = "container:";

    private final Session session;

    ContainerCalls(Session session) {
        this.session = session;
    }

    ContainerBlueprint inspect(String container) {
        JsonNode told = session.raw().get("/containers/" + RawCalls.part(container) + "/json");
        String mode = told.path("HostConfig").path("NetworkMode").asText();
        String name = told.path("Name").asText();
        return new ContainerBlueprint(
                name.startsWith("/") ? name.substring(1) : name,
                told.path("Image").asText(),
                mode.startsWith(SHARED) ? Optional.of(mode.substring(SHARED.length())) : Optional.empty(),
                told.toString());
    }

    Optional<String> imageId(String reference) {
        try {
            return Optional.ofNullable(
                    session.calls().inspectImageCmd(reference).exec().getId());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    String create(NewContainer wanted) {
        try (CreateContainerCmd command = session.calls()
                .createContainerCmd(wanted.image())
                .withName(wanted.name())
                .withLabels(wanted.labels())
                .withEnv(wanted.environment().entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .toList())
                .withHostConfig(HostConfig.newHostConfig()
                        .withNetworkMode(wanted.network().orElse("none")))) {
            if (!wanted.command().isEmpty()) {
                command.withCmd(wanted.command());
            }
            wanted.network()
                    .ifPresent(network -> command.withNetworkingConfig(
                            new NetworkingConfig()
                                    .withEndpointsConfig(Map.of(
                                            network, JoiningEndpoint.of(wanted.endpoint())))));
            return command.exec().getId();
        }
    }

    void start(String container) {
        unlessSo(session.patient().startContainerCmd(container)::exec);
    }

    void stop(String container, Duration grace) {
        unlessSo(session.patient().stopContainerCmd(container).withTimeout(seconds(grace))::exec);
    }

    void restart(String container, Duration grace) {
        session.patient()
                .restartContainerCmd(container)
                .withTimeout(seconds(grace))
                .exec();
    }

    private static int seconds(Duration grace) {
        return Math.toIntExact(grace.toSeconds());
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
            } else if (item.getProgressDetail() == null || item.getProgressDetail().getTotal() == null) {
                log.accept((item.getId() == null ? "" : item.getId() + ": ") + item.getStatus());
            }
        }
    }
}
