package dev.bulkhead.migrate.run;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.ObservedContainer;
import dev.bulkhead.engine.ObservedNetwork;
import dev.bulkhead.files.FileWrite;
import dev.bulkhead.files.FileWriteException;
import dev.bulkhead.migrate.live.ProjectWatch;
import dev.bulkhead.migrate.live.Readiness;
import dev.bulkhead.migrate.live.ServiceStarter;
import dev.bulkhead.migrate.live.Tools;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.topology.Subnet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries out one operation; one that is done already is found so and left alone. */
final class OperationRunner {

    private final Tools tools;
    private final String project;
    private final ProjectWatch watch;
    private final Consumer<String> log;

    OperationRunner(Tools tools, String project, ProjectWatch watch, Consumer<String> log) {
        this.tools = tools;
        this.project = project;
        this.watch = watch;
        this.log = log;
    }

    /** Returns what came of it, in a few words. */
    String run(Operation operation) throws OperationException, InterruptedException {
        try {
            return switch (operation) {
                case Operation.WriteFiles write -> write(write.changes());
                case Operation.CreateNetwork create -> create(create.network());
                case Operation.RecreateServices recreate -> recreate(recreate);
                case Operation.AttachLive attach -> attach(attach);
                case Operation.WaitReady wait -> await(wait.services(), wait.timeout());
            };
        } catch (EngineException | FileWriteException e) {
            throw new OperationException(String.valueOf(e.getMessage()), e);
        }
    }

    private String write(List<TextChange> changes) throws FileWriteException, OperationException {
        List<FileWrite> writes = new ArrayList<>();
        for (TextChange change : changes) {
            Optional<String> present = present(change);
            if (present.equals(change.after())) {
                continue;
            }
            if (!present.equals(change.before())) {
                throw new OperationException("File " + change.name()
                        + " has changed on disk since the plan was made; make a new plan from what it holds now.");
            }
            writes.add(new FileWrite(change.path(), change.after().map(text -> text.getBytes(StandardCharsets.UTF_8))));
        }
        tools.files().write(writes);
        return writes.isEmpty()
                ? "written already"
                : writes.size() + (writes.size() == 1 ? " file" : " files") + " written";
    }

    private Optional<String> present(TextChange change) throws OperationException {
        if (!tools.disk().isFile(change.path())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(tools.disk().read(change.path()), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new OperationException("File " + change.name() + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private String create(NetworkSpec wanted) throws EngineException, OperationException {
        Optional<ObservedNetwork> present = tools.engine().observer().observe().network(wanted.name());
        if (present.isPresent()) {
            List<Optional<String>> has =
                    present.get().subnets().stream().map(Subnet::subnet).toList();
            List<Optional<String>> wants =
                    wanted.subnets().stream().map(Subnet::subnet).toList();
            if (has.equals(wants)) {
                return "there already";
            }
            throw new OperationException("Network " + wanted.name()
                    + " has appeared on the engine with another address range; remove it or choose another name.");
        }
        log.accept("create network " + wanted.name());
        tools.engine().networks().createNetwork(wanted);
        return "created";
    }

    private String recreate(Operation.RecreateServices recreate)
            throws EngineException, OperationException, InterruptedException {
        new ServiceStarter(tools, project).up(recreate.services(), log);
        return await(recreate.services(), recreate.timeout());
    }

    private String attach(Operation.AttachLive attach) throws EngineException, OperationException {
        ObservedContainer container = tools.engine()
                .observer()
                .observe()
                .container(project, attach.service())
                .orElseThrow(() -> new OperationException(
                        "Service " + attach.service() + " has no container to attach; start it first."));
        int joined = 0;
        for (Operation.Join join : attach.joins()) {
            if (container.endpoint(join.network()).isEmpty()) {
                log.accept("docker network connect " + join.network() + " " + container.name());
                tools.engine().networks().connect(join.network(), container.id(), join.endpoint());
                joined++;
            }
        }
        return joined == 0 ? "attached already" : "attached without a restart";
    }

    private String await(List<String> services, Duration timeout) throws OperationException, InterruptedException {
        Readiness readiness = watch.await(services, timeout);
        if (!readiness.ready()) {
            throw new OperationException("After " + timeout.toSeconds() + " s at most, not every service is ready: "
                    + readiness.text() + "; its log tells why: docker compose logs "
                    + String.join(" ", services) + ".");
        }
        return "running, " + health(services);
    }

    private String health(List<String> services) {
        long checked = services.stream()
                .flatMap(service -> watch.state().container(project, service).stream())
                .filter(c -> c.status().health() == ObservedContainer.Health.HEALTHY)
                .count();
        return checked == services.size()
                ? "healthy"
                : checked + " of " + services.size() + " with a health check, healthy";
    }
}
