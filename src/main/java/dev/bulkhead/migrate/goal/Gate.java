package dev.bulkhead.migrate.goal;

import dev.bulkhead.topology.PortMapping;
import java.time.Duration;
import java.util.List;

/** Gate of a phase: something that is looked at and has to be so, or the run goes no further and back. */
public sealed interface Gate {

    /** A request gets an answer through the proxy, and not the one that the proxy gives to names without a route. */
    record RouteAnswers(RouteRequest request) implements Gate {}

    /** A web request gets the answer that is expected. */
    record WebAnswers(WebAsk ask) implements Gate {}

    /** A port of the host is closed. */
    record PortClosed(String service, PortMapping port) implements Gate {}

    /** A command inside every container of a service ends as it has to. */
    record CheckPasses(ContainerCheck check) implements Gate {}

    /** Services stay well for a while: none ends, starts again or becomes unhealthy. */
    record StaysWell(List<String> services, Duration time) implements Gate {
        public StaysWell {
            services = List.copyOf(services);
        }
    }

    /**
     * The values of secret files show in nothing that the engine tells of a service.
     *
     * @param elsewhere other files of the project that do not hold them either; empty where files are not looked through
     */
    record SecretsHidden(String service, List<SecretFile> files, List<String> elsewhere) implements Gate {
        public SecretsHidden {
            files = List.copyOf(files);
            elsewhere = List.copyOf(elsewhere);
        }
    }

    /** Services of one host reach those of another, by name and port. */
    record FlowsAcross(List<MustFlow> flows) implements Gate {
        public FlowsAcross {
            flows = List.copyOf(flows);
        }
    }

    /** Flows work. */
    record FlowsWork(List<MustFlow> flows) implements Gate {
        public FlowsWork {
            flows = List.copyOf(flows);
        }
    }
}
