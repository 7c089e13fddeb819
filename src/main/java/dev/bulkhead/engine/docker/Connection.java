package dev.bulkhead.engine.docker;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.docker.line.EngineLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Connection to an address that is opened when it is needed, and again after the engine was away. */
final class Connection {

    /** A call with an answer. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Session session) throws EngineException, InterruptedException;
    }

    /** A call without an answer. */
    @FunctionalInterface
    interface Order {
        void give(Session session) throws EngineException, InterruptedException;
    }

    private final EngineAddress address;
    private final EngineLine line;
    private final List<Session> retired = new ArrayList<>();
    private Optional<Session> session = Optional.empty();

    Connection(EngineAddress address, EngineLine line) {
        this.address = address;
        this.line = line;
    }

    /** Opens a session for somebody who closes it. */
    Session another() throws EngineException {
        return Session.open(address, line);
    }

    /** Returns a session that was opened just now. */
    Session fresh() throws EngineException {
        return adopt(Session.open(address, line));
    }

    /** Asks an engine that answers; a failure is told as a sentence that begins with the words given. */
    <T> T ask(String failure, Question<T> question) throws EngineException {
        Session current = current();
        try {
            return question.ask(current);
        } catch (EngineException e) {
            throw noted(e);
        } catch (RuntimeException e) {
            throw noted(Faults.of(failure, address, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(Kind.TIMEOUT, failure + ": waiting for it was interrupted.", e);
        }
    }

    void run(String failure, Order order) throws EngineException {
        ask(failure, current -> {
            order.give(current);
            return Optional.empty();
        });
    }

    private synchronized Session current() throws EngineException {
        if (session.isEmpty()) {
            session = Optional.of(Session.open(address, line));
        }
        return session.get();
    }

    /** The engine may have been replaced by another version; whoever still uses the old session may finish. */
    private synchronized Session adopt(Session fresh) {
        if (session.map(Session::info).equals(Optional.of(fresh.info()))) {
            fresh.close();
            return session.get();
        }
        session.ifPresent(retired::add);
        session = Optional.of(fresh);
        return fresh;
    }

    private synchronized EngineException noted(EngineException failure) {
        if (failure.kind() == Kind.UNREACHABLE) {
            // Another version may answer next time.
            session.ifPresent(retired::add);
            session = Optional.empty();
        }
        return failure;
    }

    synchronized void close() {
        session.ifPresent(retired::add);
        session = Optional.empty();
        retired.forEach(Session::close);
        retired.clear();
        line.close();
    }
}
