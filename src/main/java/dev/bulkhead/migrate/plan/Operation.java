package dev.bulkhead.migrate.plan;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.migrate.goal.ContainerCheck;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.goal.SwarmTask;
import dev.bulkhead.migrate.goal.WebAsk;
import dev.bulkhead.topology.PortMapping;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing done to files or engine. Every operation finds what is done already and leaves it, so that a run can be taken
 * up again; what takes it back is operations too, see {@link Inverses}.
 */
public sealed interface Operation {

    /** Writes, moves and deletes files as one transaction. */
    record WriteFiles(List<TextChange> changes) implements Operation {
        public WriteFiles {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Puts files back as the restore point has them.
     *
     * @param names names of the files; their bytes stand in the restore point and nowhere else
     */
    record RestoreFiles(List<String> names) implements Operation {
        public RestoreFiles {
            names = List.copyOf(names);
        }
    }

    /** Creates a network through the Engine API. */
    record CreateNetwork(NetworkSpec network) implements Operation {}

    /**
     * Removes a network, which nothing may be on any more.
     *
     * @param network what it is, so that it can be created again
     */
    record RemoveNetwork(NetworkSpec network) implements Operation {}

    /**
     * Attaches one container to a network, without a restart.
     *
     * @param network the network's real name
     * @param endpoint the names and addresses to have there
     */
    record Connect(Member member, String network, EndpointSpec endpoint) implements Operation {}

    /**
     * Takes one container off a network, without a restart.
     *
     * @param network the network's real name
     */
    record Disconnect(Member member, String network) implements Operation {}

    /**
     * Creates or recreates services from their files, together, and waits until each runs and is healthy.
     *
     * @param services keys, the owner of a shared network namespace before those who share it
     * @param timeout how long to wait for them; zero for not at all
     */
    record RecreateServices(List<String> services, Duration timeout) implements Operation {
        public RecreateServices {
            services = List.copyOf(services);
        }
    }

    /**
     * Exchanges the container of a service for one made from its files that is started beside it; the old one serves until
     * the new one is healthy.
     *
     * @param timeout how long to wait for the new one
     */
    record ExchangeService(String service, Duration timeout) implements Operation {}

    /** Stops and removes the containers of services; volumes stay. */
    record RemoveServices(List<String> services) implements Operation {
        public RemoveServices {
            services = List.copyOf(services);
        }
    }

    /** Starts a stopped container. */
    record StartContainer(Member member) implements Operation {}

    /** Stops a container. */
    record StopContainer(Member member) implements Operation {}

    /** Waits until every service runs and is healthy. */
    record WaitReady(List<String> services, Duration timeout) implements Operation {
        public WaitReady {
            services = List.copyOf(services);
        }
    }

    /** Asks from inside the containers whether flows work; one that worked before and does not now is a failure. */
    record ProbeFlows(List<MustFlow> flows) implements Operation {
        public ProbeFlows {
            flows = List.copyOf(flows);
        }
    }

    /** Asks a proxy for a page by its host name; no answer, or the one that any name gets, is a failure. */
    record ProbeRoute(RouteRequest request) implements Operation {}

    /** Asks a web server from this machine; an answer that is not as expected by the end of its time is a failure. */
    record AskWeb(WebAsk ask) implements Operation {}

    /**
     * Looks whether a port of the host is closed; one that still answers is a failure.
     *
     * @param service the service that published it
     */
    record ProbeClosed(String service, PortMapping port) implements Operation {}

    /** Runs a check inside the containers of a service, until it ends as it has to or it is clear that it does not. */
    record RunCheck(ContainerCheck check) implements Operation {}

    /** Looks at services for a while; one that ends, starts again or becomes unhealthy meanwhile is a failure. */
    record WatchServices(List<String> services, Duration time) implements Operation {
        public WatchServices {
            services = List.copyOf(services);
        }
    }

    /** Restarts a container, so that it reads its files anew; it stays what it is. */
    record RestartContainer(Member member) implements Operation {}

    /**
     * Has the program of a container read its files anew; it goes on running.
     *
     * @param command what is run inside the container
     */
    record ReloadFiles(Member member, List<String> command) implements Operation {
        public ReloadFiles {
            command = List.copyOf(command);
        }
    }

    /** Writes or takes away files that hold a secret each. */
    record HandleSecrets(SecretTask task) implements Operation {}

    /** Brings a host into a Swarm or out of it. */
    record ChangeSwarm(SwarmTask task) implements Operation {}

    /** Asks from inside the containers of one host for services on another; each has to answer. */
    record ProbeAcross(List<MustFlow> flows) implements Operation {
        public ProbeAcross {
            flows = List.copyOf(flows);
        }
    }

    /**
     * A container as operations name it: recreation keeps its name and not its id.
     *
     * @param service the key of its service
     * @param container its name
     */
    record Member(String service, String container) {

        /** Returns the service, with the host where the container's name says it. */
        public String text() {
            int at = container.lastIndexOf('@');
            return at < 0 ? service : service + " on " + container.substring(at + 1);
        }
    }

    /** Returns what the operation touches, in a few words: the first column of lists. */
    default String subject() {
        return switch (this) {
            case WriteFiles(var changes) -> changes.size() + (changes.size() == 1 ? " file" : " files");
            case RestoreFiles(var names) -> names.size() + (names.size() == 1 ? " file" : " files");
            case CreateNetwork(var network) -> network.name();
            case RemoveNetwork(var network) -> network.name();
            case Connect connect -> connect.member().text();
            case Disconnect disconnect -> disconnect.member().text();
            case RecreateServices recreate -> String.join(", ", recreate.services());
            case ExchangeService(var service, var timeout) -> service;
            case RemoveServices(var services) -> String.join(", ", services);
            case StartContainer(var member) -> member.text();
            case StopContainer(var member) -> member.text();
            case WaitReady wait -> wait.services().size() + (wait.services().size() == 1 ? " service" : " services");
            case ProbeFlows(var flows) -> flows.size() + (flows.size() == 1 ? " flow" : " flows");
            case ProbeRoute(var request) -> request.service();
            case AskWeb(var ask) -> ask.request().service();
            case ProbeClosed closed -> closed.service();
            case RunCheck(var check) -> check.service();
            case WatchServices(var services, var time) -> String.join(", ", services);
            case RestartContainer(var member) -> member.text();
            case ReloadFiles(var member, var command) -> member.text();
            case HandleSecrets(var task) -> task.subject();
            case ChangeSwarm(var task) -> task.host();
            case ProbeAcross(var flows) -> flows.size() + (flows.size() == 1 ? " flow" : " flows");
        };
    }

    /** Returns what is done to it, in a few words: the second column of lists. */
    default String action() {
        return switch (this) {
            case WriteFiles(var changes) -> FileText.of(changes);
            case RestoreFiles(var names) -> "write the old bytes of " + String.join(", ", names);
            case CreateNetwork(var network) -> "create network " + NetworkText.of(network);
            case RemoveNetwork(var network) -> "remove network " + NetworkText.of(network);
            case Connect connect ->
                "attach to " + connect.network()
                        + (connect.endpoint().gwPriority() < 0 ? ", default route kept where it is" : "");
            case Disconnect disconnect -> "take off " + disconnect.network();
            case RecreateServices recreate -> "recreate from the files, wait until healthy";
            case ExchangeService exchange ->
                "start one from the files beside it, wait until that is healthy, then remove the old one";
            case RemoveServices remove -> "stop and remove";
            case StartContainer start -> "start";
            case StopContainer stop -> "stop";
            case WaitReady wait -> "wait until all run and are healthy";
            case ProbeFlows(var flows) ->
                "probe " + flows.stream().map(MustFlow::rule).collect(Collectors.joining(", "));
            case ProbeRoute(var request) -> "ask " + request.proxy() + " for " + request.url();
            case AskWeb(var ask) -> "see that " + ask.text();
            case ProbeClosed closed ->
                "look whether host port "
                        + closed.port()
                                .published()
                                .orElse("for " + closed.port().target()) + "/"
                        + closed.port().protocol().text() + " is closed";
            case RunCheck(var check) ->
                "run inside it: " + check.line()
                        + (check.exitCode() == 0 ? "" : ", which has to end with code " + check.exitCode());
            case WatchServices(var services, var time) -> "watch for " + time.toSeconds() + " s whether it stays well";
            case RestartContainer restart -> "restart";
            case ReloadFiles(var member, var command) -> "read its files anew: " + String.join(" ", command);
            case HandleSecrets(var task) -> task.action();
            case ChangeSwarm(var task) -> task.action();
            case ProbeAcross(var flows) ->
                "probe from host to host " + flows.stream().map(MustFlow::rule).collect(Collectors.joining(", "));
        };
    }

    /**
     * Returns whether others may be carried out beside it. A network namespace with its guests is made anew alone: half-way
     * through it, its guests look forsaken. Whatever looks at the whole, or takes something away, is alone as well.
     */
    default boolean sharesTheEngine() {
        return switch (this) {
            case CreateNetwork _, Connect _, ExchangeService _ -> true;
            case RecreateServices(var services, var timeout) -> services.size() == 1;
            case WriteFiles _,
                    RestoreFiles _,
                    RemoveNetwork _,
                    Disconnect _,
                    RemoveServices _,
                    StartContainer _,
                    StopContainer _,
                    RestartContainer _,
                    ReloadFiles _,
                    WaitReady _,
                    ProbeFlows _,
                    ProbeRoute _,
                    AskWeb _,
                    ProbeClosed _,
                    HandleSecrets _,
                    ChangeSwarm _,
                    ProbeAcross _,
                    RunCheck _,
                    WatchServices _ -> false;
        };
    }

    /** Returns the services whose containers it touches; empty when it touches none. */
    default List<String> services() {
        return switch (this) {
            case WriteFiles write -> List.of();
            case RestoreFiles restore -> List.of();
            case CreateNetwork create -> List.of();
            case RemoveNetwork remove -> List.of();
            case Connect connect -> List.of(connect.member().service());
            case Disconnect disconnect -> List.of(disconnect.member().service());
            case RecreateServices recreate -> recreate.services();
            case ExchangeService(var service, var timeout) -> List.of(service);
            case RemoveServices remove -> remove.services();
            case StartContainer start -> List.of(start.member().service());
            case StopContainer stop -> List.of(stop.member().service());
            case WaitReady wait -> wait.services();
            case ProbeFlows probe -> List.of();
            case ProbeRoute probe -> List.of();
            case AskWeb ask -> List.of();
            case ProbeClosed probe -> List.of();
            case RunCheck check -> List.of();
            case WatchServices watch -> List.of();
            case RestartContainer(var member) -> List.of(member.service());
            case ReloadFiles(var member, var command) -> List.of(member.service());
            case HandleSecrets _, ChangeSwarm _, ProbeAcross _ -> List.of();
        };
    }
}
