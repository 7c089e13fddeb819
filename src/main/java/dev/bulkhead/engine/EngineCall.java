package dev.bulkhead.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One call of one capability on its way to an engine.
 *
 * @param method what is called
 * @param arguments with what
 */
public record EngineCall(Method method, List<@Nullable Object> arguments) {

    public EngineCall {
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    /** Returns whether it changes something. */
    public boolean changes() {
        return method.isAnnotationPresent(Changes.class);
    }

    /** Returns whether it closes the engine. */
    public boolean closes() {
        return method.getName().equals("close") && method.getParameterCount() == 0;
    }

    /** Returns the same call with arguments exchanged. */
    public EngineCall with(UnaryOperator<@Nullable Object> exchange) {
        List<@Nullable Object> exchanged = new ArrayList<>(arguments);
        exchanged.replaceAll(exchange);
        return new EngineCall(method, exchanged);
    }

    /** Carries it out on an engine and returns the answer. */
    public @Nullable Object on(Engine engine) throws EngineException {
        try {
            return method.invoke(engine.capability(method.getDeclaringClass()), arguments.toArray());
        } catch (InvocationTargetException e) {
            throw thrown(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Capabilities are public interfaces.", e);
        }
    }

    private static EngineException thrown(InvocationTargetException e) {
        return switch (e.getTargetException()) {
            case EngineException failure -> failure;
            case RuntimeException fault -> throw fault;
            case Error fault -> throw fault;
            case Throwable other -> throw new IllegalStateException("Capabilities throw EngineException only.", other);
        };
    }
}
