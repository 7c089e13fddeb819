package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.EngineServices.Dependencies;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;

/** What the contracts of engines work with: an engine, a project, and short words for what is done with them. */
public interface GatewayBench {

    Duration LIMIT = Duration.ofSeconds(20);
    Duration PROBE = Duration.ofSeconds(2);

    /** Returns the engine under test. */
    Engine engine();

    /** Returns the directory of the project that is brought up. */
    Path folder();

    /** Returns what the engines do not do alike. */
    Traits traits();

    /**
     * What distinguishes engines.
     *
     * @param gatewayPriority whether an endpoint can have a priority as default gateway
     * @param firstFreePool whether an automatic subnet is always the first free one; else the search goes on where it
     *     ended last time
     * @param releasesPorts whether published ports are released when the network that leads out is left
     */
    record Traits(boolean gatewayPriority, boolean firstFreePool, boolean releasesPorts) {}

    /** Returns the project whose services are brought up. */
    default ComposeRequest project() {
        return ComposeRequest.of(folder());
    }

    /** Brings services up as Compose does. */
    default void up(String... services) throws EngineException {
        engine().services().up(project(), List.of(services), Dependencies.LEFT_ALONE, line -> {});
    }

    /** Makes services anew as Compose does on demand. */
    default void upAnew(String... services) throws EngineException {
        engine().services().upAnew(project(), List.of(services), Dependencies.LEFT_ALONE, line -> {});
    }

    /** Lets a service join a network while it runs. */
    default void connect(String network, String service, EndpointSpec spec) throws EngineException {
        engine().networks().connect(network, container(service).name(), spec);
    }

    /** Returns the container of a service as it is now. */
    default ObservedContainer container(String service) throws EngineException {
        return engine().observer().observe().containers("contract", service).getFirst();
    }

    /** Returns a network as it is now. */
    default ObservedNetwork network(String name) throws EngineException {
        return engine().observer().observe().network(name).orElseThrow();
    }

    /** Waits until a service is as healthy as that. */
    default void awaitHealth(String service, Health health) {
        Awaitility.await().atMost(LIMIT).until(() -> container(service).status().health() == health);
    }

    /** Asks from a service whether port 80 of a host answers. */
    default Probe.Answer probe(String from, String host) throws EngineException {
        return ask(from, new Probe.Connect(host, 80, PROBE));
    }

    /** Asks a question from a service. */
    default Probe.Answer ask(String from, Probe probe) throws EngineException {
        return Probe.answer(engine().exec().exec(container(from).name(), probe.command(), PROBE.plusSeconds(10)));
    }

    /** Returns a network of which nothing but the subnet is asked. */
    default NetworkSpec plain(String name, String subnet) {
        return new NetworkSpec(name, NetworkOptions.defaults(), List.of(Subnet.of(subnet)));
    }

    /** Returns what kind of refusal a call meets; its sentence is held to the form of all of them. */
    default Kind refusal(ThrowingCallable call) {
        EngineException refusal =
                Objects.requireNonNull(catchThrowableOfType(EngineException.class, call), "nothing was refused");
        assertThat(refusal.sentence()).endsWith(".").doesNotContain("{").doesNotContain("\n");
        return refusal.kind();
    }
}
