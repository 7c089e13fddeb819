package dev.bulkhead.cli.options;

import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.hosts.HostEngine;
import dev.bulkhead.engine.hosts.HostView;
import dev.bulkhead.engine.hosts.HostsObserver;
import dev.bulkhead.engine.hosts.HostsObserver.Answer;
import dev.bulkhead.engine.hosts.ObservedHosts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Open connections to the engines of several hosts. */
public final class OpenHosts implements AutoCloseable {

    private final CliContext context;
    private final List<HostEngine> hosts;
    private final HostsObserver observer;

    OpenHosts(CliContext context, List<HostEngine> hosts) {
        this.context = context;
        this.hosts = List.copyOf(hosts);
        this.observer = new HostsObserver(hosts);
    }

    /** Returns the engines, in the operator's order. */
    public List<HostEngine> engines() {
        return hosts;
    }

    /**
     * Returns what all hosts have; those that do not answer are told on the error stream.
     *
     * @throws EngineException if none answers
     */
    public ObservedHosts observe() throws EngineException, InterruptedException {
        return told(observer.observe());
    }

    /** What hosts have, and what each was asked beside. */
    public record Asked<T>(ObservedHosts hosts, Map<String, T> answers) {}

    /** Question about a project to the engine of one host, of which is known what it has. */
    @FunctionalInterface
    public interface Question<T> {

        /** Asks it. */
        T ask(HostEngine host, HostView.Answered view) throws EngineException;
    }

    /**
     * Asks all hosts what they have, and then those that answered one question more. One that does not answer that is silent.
     *
     * @throws EngineException if none answers
     */
    public <T> Asked<T> ask(Question<T> question) throws EngineException, InterruptedException {
        ObservedHosts seen = observer.observe();
        Map<String, HostView.Answered> views =
                seen.answered().stream().collect(Collectors.toMap(HostView.Answered::host, view -> view));
        List<HostEngine> there =
                hosts.stream().filter(host -> views.containsKey(host.host())).toList();
        Map<String, T> answers = new LinkedHashMap<>();
        Map<String, HostView> all = new LinkedHashMap<>();
        seen.views().forEach(view -> all.put(view.host(), view));
        for (Answer<T> answer : new HostsObserver(there)
                .ask(host -> question.ask(host, Objects.requireNonNull(views.get(host.host()))))) {
            String host = answer.host().host();
            answer.answer()
                    .ifPresentOrElse(
                            told -> answers.put(host, told),
                            () -> all.put(host, new HostView.Silent(host, answer.fault())));
        }
        return new Asked<>(told(new ObservedHosts(List.copyOf(all.values()))), answers);
    }

    private ObservedHosts told(ObservedHosts seen) throws EngineException {
        if (seen.answered().isEmpty()) {
            throw new EngineException(
                    EngineException.Kind.UNREACHABLE,
                    seen.silent().stream()
                            .map(silent -> silent.host() + ": " + silent.why())
                            .collect(Collectors.joining(" ", "None of the engines answers. ", "")));
        }
        seen.silent().forEach(silent -> context.err().println(silent.sentence()));
        seen.doubles().forEach(context.err()::println);
        context.err().flush();
        return seen;
    }

    @Override
    public void close() {
        hosts.forEach(host -> host.engine().close());
    }
}
