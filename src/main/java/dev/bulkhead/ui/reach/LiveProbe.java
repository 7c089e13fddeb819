package dev.bulkhead.ui.reach;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.migrate.verify.LiveReach;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.fx.TaskHandle;
import dev.bulkhead.ui.words.Words;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Questions to the running engine about pairs, asked one after the other on request, and its answers. They tell of the
 * engine, so an edit of the files leaves them as they are; each says when it was given.
 */
public final class LiveProbe implements AutoCloseable {

    private final BackgroundTasks tasks;
    private final Source source;
    private final InstantSource clock;
    private final DateTimeFormatter time;
    private final ReadOnlyObjectWrapper<ProbeAnswers> answers =
            new ReadOnlyObjectWrapper<>(this, "answers", ProbeAnswers.NONE);
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper(this, "told", "");
    private final ReadOnlyDoubleWrapper done = new ReadOnlyDoubleWrapper(this, "done", 1);
    private Optional<TaskHandle> running = Optional.empty();
    /** Counts up with each request and each calling off: what an earlier one still tells is not heard. */
    private long number;

    /** Given by the task's thread, and taken by the window's as the task tells how far it is. */
    private Queue<Map.Entry<ReachPair, ProbeAnswers.Told>> arrived = new ConcurrentLinkedQueue<>();

    /** Source of answers. */
    @FunctionalInterface
    public interface Source {
        /** Looks at what runs of a project, to be asked about it; blocks. */
        LiveReach begin(Topology topology) throws EngineException;
    }

    /** Asks nothing before somebody wants it; times are told in a zone. */
    public LiveProbe(BackgroundTasks tasks, Source source, InstantSource clock, ZoneId zone) {
        this.tasks = tasks;
        this.source = source;
        this.clock = clock;
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
    }

    /** What was answered so far. */
    public ReadOnlyObjectProperty<ProbeAnswers> answersProperty() {
        return answers.getReadOnlyProperty();
    }

    /** What is being asked, or what came of it; empty text before anything was asked. */
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** How much is done, from 0 to 1; 1 while nothing is asked. */
    public ReadOnlyDoubleProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** Returns whether questions are under way. */
    public boolean isAsking() {
        return done.get() < 1;
    }

    /** Returns in words what was observed of a pair; empty where it was not asked. */
    public Optional<String> words(ReachPair pair, ReachKind foretold) {
        return answers.get().words(pair, foretold, time::format);
    }

    /** Asks about pairs, in their order; what is under way is called off. */
    public void ask(Topology topology, List<ReachPair> pairs) {
        stop();
        if (pairs.isEmpty()) {
            return;
        }
        Queue<Map.Entry<ReachPair, ProbeAnswers.Told>> mine = new ConcurrentLinkedQueue<>();
        arrived = mine;
        long request = number;
        done.set(0);
        told.set(Words.of("liveprobe.looking-at-what-runs"));
        TaskHandle handle = tasks.start(
                Words.of("liveprobe.asking-the-engine-about", Words.count("pair", pairs.size())),
                progress -> {
                    LiveReach live = source.begin(topology);
                    for (int i = 0; i < pairs.size() && !progress.cancelled(); i++) {
                        ReachPair pair = pairs.get(i);
                        progress.message(Words.of(
                                "liveprobe.asking-of",
                                pair.from().text(),
                                pair.to().text(),
                                i + 1,
                                pairs.size()));
                        LiveReach.Seen seen = live.ask(pair.from(), pair.to());
                        mine.add(Map.entry(pair, new ProbeAnswers.Told(seen, clock.instant())));
                        progress.fraction((i + 1.0) / (pairs.size() + 1));
                    }
                    return pairs.size();
                },
                asked -> ended(request, Words.of("liveprobe.asked", Words.count("pair", asked))),
                failure -> ended(
                        request,
                        mine.isEmpty() && done.get() == 0
                                ? Words.of("liveprobe.not-asked", failure.getMessage())
                                : Words.of("liveprobe.no-more-was-asked", failure.getMessage())));
        if (isAsking()) {
            running = Optional.of(handle);
            handle.messageProperty().addListener((property, old, now) -> {
                if (request == number) {
                    told.set(now);
                }
            });
            handle.fractionProperty().addListener((property, old, now) -> {
                if (request == number) {
                    take(mine);
                    done.set(Math.clamp(now.doubleValue(), 0, 0.99));
                }
            });
        }
    }

    /** Calls off what is under way; what was answered stays. A question that a container is asked just then ends by itself. */
    public void stop() {
        running.ifPresent(TaskHandle::cancel);
        running = Optional.empty();
        take(arrived);
        arrived = new ConcurrentLinkedQueue<>();
        number++;
        if (isAsking()) {
            done.set(1);
            told.set(Words.of("liveprobe.called-off-what-was-answered"));
        }
    }

    /** Forgets all answers. */
    public void forget() {
        stop();
        answers.set(ProbeAnswers.NONE);
        told.set("");
    }

    @Override
    public void close() {
        stop();
    }

    private void ended(long request, String words) {
        if (request == number) {
            take(arrived);
            running = Optional.empty();
            told.set(words);
            done.set(1);
        }
    }

    private void take(Queue<Map.Entry<ReachPair, ProbeAnswers.Told>> from) {
        ProbeAnswers now = answers.get();
        for (var next = from.poll(); next != null; next = from.poll()) {
            now = now.with(next.getKey(), next.getValue());
        }
        answers.set(now);
    }
}
