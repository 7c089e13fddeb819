package dev.bulkhead.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A container engine, real or practised, as the set of what can be asked of it.
 *
 * <p>Whatever stands before an engine (masking, another choice, no engine at all) is an {@link Answerer} and so is
 * made once for all capabilities: it cannot forget a call.
 *
 * @param observer tells what there is; closing it closes the engine
 * @param networks makes networks and memberships
 * @param containers changes single containers
 * @param exec runs programs inside containers
 * @param services brings services to what the files say
 * @param measure tells what containers use
 */
public record Engine(
        EngineObserver observer,
        EngineNetworks networks,
        EngineContainers containers,
        EngineExec exec,
        EngineServices services,
        EngineMeasure measure)
        implements AutoCloseable {

    /** Every capability. */
    public static final List<Class<?>> CAPABILITIES = List.of(
            EngineObserver.class,
            EngineNetworks.class,
            EngineContainers.class,
            EngineExec.class,
            EngineServices.class,
            EngineMeasure.class);

    /** Stands in the place of an engine, or before one, and answers whatever is asked. */
    @FunctionalInterface
    public interface Answerer {

        /** Returns the answer to a call; null where it has none. */
        @Nullable Object answer(EngineCall call) throws EngineException;
    }

    /** Returns the engine whose one connection does everything but what Compose does. */
    public static <E extends EngineObserver & EngineNetworks & EngineContainers & EngineExec & EngineMeasure> Engine of(
            E connection, EngineServices services) {
        return new Engine(connection, connection, connection, connection, services, connection);
    }

    /** Returns an engine all of whose calls somebody answers. */
    public static Engine answeredBy(Answerer answerer) {
        return new Engine(
                answering(EngineObserver.class, answerer),
                answering(EngineNetworks.class, answerer),
                answering(EngineContainers.class, answerer),
                answering(EngineExec.class, answerer),
                answering(EngineServices.class, answerer),
                answering(EngineMeasure.class, answerer));
    }

    @SuppressWarnings("ReferenceEquality") // a proxy is itself and nothing else
    private static <C> C answering(Class<C> capability, Answerer answerer) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> capability.getSimpleName() + " answered by " + answerer;
                };
            }
            return answerer.answer(new EngineCall(method, arguments == null ? List.of() : Arrays.asList(arguments)));
        };
        return capability.cast(
                Proxy.newProxyInstance(capability.getClassLoader(), new Class<?>[] {capability}, handler));
    }

    /** Returns the part that has a capability. */
    Object capability(Class<?> capability) {
        return Stream.of(observer, networks, containers, exec, services, measure)
                .filter(capability::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(capability + " is no capability of an engine."));
    }

    @Override
    public void close() {
        observer.close();
    }
}
