package dev.bulkhead.migrate.campaign;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineCall;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineServices;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.run.RunListener;
import dev.bulkhead.migrate.run.RunState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Occasions for a mishap: hears what a run tells and stands before its engine, notes every point, and acts at one. */
final class Occasions implements RunListener, Engine.Answerer {

    /** The end of the process, which nothing in it can catch and go on from. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** What is done when the point is met. */
    @FunctionalInterface
    interface Act {
        /** Does it; may end the process, or refuse in the engine's name. */
        void happen() throws EngineException;
    }

    private final Engine engine;
    private final List<Point> met = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private Optional<PlanStep> step = Optional.empty();
    private String stage = "";
    private Optional<String> awaited = Optional.empty();
    private Act act = () -> {};
    private boolean happened;

    Occasions(Engine engine) {
        this.engine = engine;
    }

    /** Forgets what was, as for a new run, and arranges that something happens at a point. */
    void arrange(Optional<Point> point, Act wanted) {
        met.clear();
        counts.clear();
        step = Optional.empty();
        stage = "";
        awaited = point.map(Point::key);
        act = wanted;
        happened = false;
    }

    /** Lets the next run go on undisturbed. */
    void nothing() {
        arrange(Optional.empty(), () -> {});
    }

    /** Returns whether the point was met. */
    boolean happened() {
        return happened;
    }

    /** Returns the points met since the last arrangement. */
    List<Point> met() {
        return List.copyOf(met);
    }

    @Override
    public void onEvent(RunEvent event) {
        try {
            switch (event) {
                case RunEvent.StateEntered entered -> enter(entered.state());
                case RunEvent.RestorePointTaken _ -> meet("restore point", Moment.JOURNALLED, false);
                case RunEvent.StepStarted begun -> {
                    step = Optional.of(begun.step());
                    meet("begun", Moment.BEFORE, false);
                }
                case RunEvent.StepFinished _ -> {
                    meet("done", Moment.JOURNALLED, false);
                    step = Optional.empty();
                }
                case RunEvent.StepFailed _ -> step = Optional.empty();
                case RunEvent.PhaseSetAside _ -> meet("set aside", Moment.JOURNALLED, false);
                case RunEvent.Undone _ -> meet("undone", Moment.JOURNALLED, false);
                case RunEvent.ServiceSeen _, RunEvent.Checked _, RunEvent.LogLine _ -> {}
            }
        } catch (EngineException e) {
            throw new IllegalStateException("Only calls are refused.", e);
        }
    }

    private void enter(RunState state) throws EngineException {
        stage = state.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        step = Optional.empty();
        meet("entered", Moment.BEFORE, false);
    }

    @Override
    public @Nullable Object answer(EngineCall call) throws EngineException {
        if (!call.changes()) {
            return call.on(engine);
        }
        String name = call.method().getName();
        if (meets(name + " half", Moment.IN, true)) {
            half(call);
            happen();
        }
        meet(name + " called", Moment.IN, false);
        Object answer = call.on(engine);
        meet(name + " answered", Moment.IN, false);
        return answer;
    }

    /** What a call leaves that is cut off in the middle. The others are one thing for the engine: done, or not done. */
    private void half(EngineCall call) throws EngineException {
        List<@Nullable Object> arguments = call.arguments();
        switch (call.method().getName()) {
            case "up", "upAnew" -> halfUp((ComposeRequest) arguments.getFirst(), names(arguments.get(1)));
            case "addInstance" -> halfAdded((ComposeRequest) arguments.getFirst(), (String) arguments.get(1));
            case "restart" -> engine.containers().stop((String) arguments.getFirst(), Duration.ZERO);
            default -> {}
        }
    }

    private static List<String> names(@Nullable Object services) {
        return services instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }

    /** Several services are brought up in part; one is gone before it is there again. */
    private void halfUp(ComposeRequest request, List<String> services) throws EngineException {
        if (services.size() > 1) {
            engine.services()
                    .up(
                            request,
                            services.subList(0, services.size() / 2),
                            EngineServices.Dependencies.LEFT_ALONE,
                            line -> {});
        } else {
            removed(services);
        }
    }

    private void removed(List<String> services) throws EngineException {
        for (ObservedContainer container : engine.observer().observe().containers()) {
            if (container.service().filter(services::contains).isPresent()) {
                engine.containers().stop(container.id(), Duration.ZERO);
                engine.containers().removeContainer(container.id());
            }
        }
    }

    /** The second container is made and does not run yet. */
    private void halfAdded(ComposeRequest request, String service) throws EngineException {
        Set<String> before = engine.observer().observe().containers().stream()
                .map(ObservedContainer::id)
                .collect(Collectors.toSet());
        engine.services().addInstance(request, service, line -> {});
        for (ObservedContainer made : engine.observer().observe().containers()) {
            if (!before.contains(made.id())) {
                ContainerBlueprint blueprint = engine.observer().inspect(made.id());
                engine.containers().stop(made.id(), Duration.ZERO);
                engine.containers().removeContainer(made.id());
                engine.containers().recreateContainer(blueprint);
            }
        }
    }

    private void meet(String what, Moment moment, boolean half) throws EngineException {
        if (meets(what, moment, half)) {
            happen();
        }
    }

    private void happen() throws EngineException {
        happened = true;
        awaited = Optional.empty();
        act.happen();
    }

    private boolean meets(String what, Moment moment, boolean half) {
        String place = step.map(under -> "step " + under.number()).orElse(stage) + ", " + what;
        int number = counts.merge(place, 1, Integer::sum);
        String key = place + " " + number;
        String operation = step.map(under -> under.operation().getClass().getSimpleName())
                .orElseGet(() -> Stream.of(stage, what.replaceAll(" .*", ""))
                        .filter(word -> !word.isEmpty())
                        .reduce((a, b) -> a + ": " + b)
                        .orElse(""));
        met.add(new Point(key, step, operation, moment, half, Optional.empty()));
        return awaited.filter(key::equals).isPresent();
    }
}
