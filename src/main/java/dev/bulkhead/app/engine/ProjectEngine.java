package dev.bulkhead.app.engine;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineCall;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.hosts.HostEngine;
import dev.bulkhead.engine.hosts.LiveHosts;
import dev.bulkhead.ui.live.EngineChoice;
import dev.bulkhead.ui.live.EngineSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Engine of an open project: hands every call to the engine that is chosen now. The first one is made when it is asked the
 * first time, so that a project is seen before an engine is waited for. Safe for use by several threads.
 */
public final class ProjectEngine implements EngineSwitch {

    /** Makes the engine for a choice of one; blocks. */
    @FunctionalInterface
    public interface Maker {
        Engine make(EngineChoice choice) throws EngineException;
    }

    /** What is connected to: one engine, or one that stands for several hosts. */
    private record Connection(Engine engine, Optional<LiveHosts> hosts) {}

    private final Maker maker;
    private final List<EngineChoice.Named> stated;
    private final Engine engine;
    /** Empty until it is asked something. */
    private volatile Optional<Connection> current = Optional.empty();

    private volatile EngineChoice chosen;
    private volatile boolean closed;

    /**
     * Starts with a choice; where it cannot be made, with an engine that says why.
     *
     * @param stated hosts that the project's files name: their names stand for their addresses
     */
    public ProjectEngine(EngineChoice first, List<EngineChoice.Named> stated, Maker maker) {
        this.maker = maker;
        this.stated = List.copyOf(stated);
        this.chosen = named(first, stated);
        this.engine = Engine.answeredBy(this::answer);
    }

    private @Nullable Object answer(EngineCall call) throws EngineException {
        // One that was never made needs no closing.
        return call.closes() && current.isEmpty() ? null : call.on(connected().engine());
    }

    @Override
    public void connect() {
        connected();
    }

    private Connection connected() {
        return current.orElseGet(this::first);
    }

    private synchronized Connection first() {
        // Another call may have made it meanwhile, or another one was chosen.
        if (current.isEmpty()) {
            Connection first = made();
            current = Optional.of(first);
            if (closed) {
                first.engine().close();
            }
        }
        return current.get();
    }

    private Connection made() {
        try {
            return made(chosen);
        } catch (EngineException e) {
            return new Connection(UnconnectedEngine.because(e.sentence()), Optional.empty());
        }
    }

    private Connection made(EngineChoice choice) throws EngineException {
        if (!(choice instanceof EngineChoice.Hosts(List<EngineChoice.Named> hosts))) {
            return new Connection(maker.make(choice), Optional.empty());
        }
        List<HostEngine> open = new ArrayList<>();
        try {
            for (EngineChoice.Named host : hosts) {
                open.add(new HostEngine(host.name(), maker.make(EngineConnections.choice(host.address()))));
            }
        } catch (EngineException unusable) {
            open.forEach(host -> host.engine().close());
            throw unusable;
        }
        LiveHosts together = new LiveHosts(open);
        return new Connection(together.engine(), Optional.of(together));
    }

    /** Returns a choice with the addresses of names, and the names of addresses. */
    private static EngineChoice named(EngineChoice choice, List<EngineChoice.Named> stated) {
        return switch (choice) {
            case EngineChoice.Address(String word) ->
                new EngineChoice.Address(
                        named(EngineChoice.Named.of(word), stated).address());
            case EngineChoice.Hosts(List<EngineChoice.Named> hosts) ->
                new EngineChoice.Hosts(hosts.stream()
                        .map(host -> named(host, stated))
                        .distinct()
                        .toList());
            case EngineChoice.Standard _, EngineChoice.Practice _, EngineChoice.Offline _ -> choice;
        };
    }

    private static EngineChoice.Named named(EngineChoice.Named host, List<EngineChoice.Named> stated) {
        return stated.stream()
                .filter(known ->
                        known.name().equals(host.address()) || known.address().equals(host.address()))
                .findFirst()
                .orElse(host);
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public Optional<LiveHosts> hosts() {
        return current.flatMap(Connection::hosts);
    }

    @Override
    public List<EngineChoice.Named> stated() {
        return stated;
    }

    @Override
    public EngineChoice chosen() {
        return chosen;
    }

    @Override
    public synchronized void use(EngineChoice choice) throws EngineException {
        EngineChoice wanted = named(choice, stated);
        Connection next = made(wanted);
        Optional<Connection> before = current;
        current = Optional.of(next);
        chosen = wanted;
        before.ifPresent(connection -> connection.engine().close());
    }

    /** Returns whether the engine was let go. */
    public boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        engine.close();
    }
}
