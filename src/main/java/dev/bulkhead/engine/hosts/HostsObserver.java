package dev.bulkhead.engine.hosts;

import dev.bulkhead.engine.EngineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Observer of several hosts, which asks their engines side by side and waits for none longer than its limit. */
public final class HostsObserver {

    /** A little more than a single call may take: what hangs is told in the engine's own words. */
    private static final Duration LIMIT = Duration.ofSeconds(25);

    private final List<HostEngine> hosts;
    private final Duration limit;

    /** Asks hosts, each for as long as a single command would wait for one engine. */
    public HostsObserver(List<HostEngine> hosts) {
        this(hosts, LIMIT);
    }

    HostsObserver(List<HostEngine> hosts, Duration limit) {
        this.hosts = List.copyOf(hosts);
        this.limit = limit;
    }

    /** Question to the engine of one host. */
    @FunctionalInterface
    public interface Question<T> {

        /** Asks it. */
        T ask(HostEngine host) throws EngineException;
    }

    /**
     * Answer of one host.
     *
     * @param answer what it said; empty where it did not answer
     * @param fault why it did not, as a sentence; empty where it did
     */
    public record Answer<T>(HostEngine host, Optional<T> answer, String fault) {}

    /** Asks every host one question, all of them at once; the answers are in the order of the hosts. */
    public <T> List<Answer<T>> ask(Question<T> question) throws InterruptedException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<Answer<T>>> asked = new ArrayList<>();
            for (HostEngine host : hosts) {
                asked.add(threads.submit(() -> asked(host, question)));
            }
            long end = System.nanoTime() + limit.toNanos();
            List<Answer<T>> answers = new ArrayList<>();
            for (int i = 0; i < hosts.size(); i++) {
                answers.add(answer(hosts.get(i), asked.get(i), end - System.nanoTime()));
            }
            return List.copyOf(answers);
        } finally {
            // one that hangs is not waited for; closing its engine ends its call
            threads.shutdownNow();
        }
    }

    private static <T> Answer<T> asked(HostEngine host, Question<T> question) {
        try {
            return new Answer<>(host, Optional.of(question.ask(host)), "");
        } catch (EngineException gone) {
            return new Answer<>(host, Optional.empty(), gone.sentence());
        }
    }

    private <T> Answer<T> answer(HostEngine host, Future<Answer<T>> asked, long left) throws InterruptedException {
        try {
            return asked.get(Math.max(left, 0), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            asked.cancel(true);
            return new Answer<>(
                    host,
                    Optional.empty(),
                    "Its engine was asked and has not told all within " + limit.toSeconds() + " s.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a question to host " + host.host() + " broke off", e.getCause());
        }
    }

    /** Returns what all hosts have. */
    public ObservedHosts observe() throws InterruptedException {
        List<HostView> views = new ArrayList<>();
        for (Answer<HostView.Answered> answer : ask(host -> new HostView.Answered(
                host.host(),
                host.engine().observer().info(),
                host.engine().observer().observe()))) {
            views.add(answer.answer()
                    .<HostView>map(view -> view)
                    .orElseGet(() -> new HostView.Silent(answer.host().host(), answer.fault())));
        }
        return new ObservedHosts(views);
    }
}
