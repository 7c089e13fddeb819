package dev.bulkhead.app;

import dev.bulkhead.engine.EngineGateway;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes which engines were closed. */
final class ClosingWatch {

    private final List<EngineGateway> closed = new CopyOnWriteArrayList<>();

    /** Returns an engine that does the same and is noted when it is closed. */
    EngineGateway over(EngineGateway engine) {
        return (EngineGateway) Proxy.newProxyInstance(
                EngineGateway.class.getClassLoader(), new Class<?>[] {EngineGateway.class}, (proxy, method, words) -> {
                    if (method.getName().equals("close")) {
                        closed.add(engine);
                    }
                    try {
                        return method.invoke(engine, words);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    /** Returns whether an engine was closed. */
    boolean closed(EngineGateway engine) {
        return closed.contains(engine);
    }
}
