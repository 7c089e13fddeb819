package dev.bulkhead.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineCall;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineWrapperContract;
import dev.bulkhead.ui.live.EngineChoice;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectEngineTest implements EngineWrapperContract {

    @Override
    public Engine over(Engine engine) {
        ProjectEngine project = new ProjectEngine(new EngineChoice.Standard(), List.of(), choice -> engine);
        project.connect();
        return project.engine();
    }

    @Test
    void anEngineIsConnectedToWhenItIsAskedTheFirstTimeAndOnlyThen() throws Exception {
        List<String> done = new ArrayList<>();
        ProjectEngine project = new ProjectEngine(new EngineChoice.Standard(), List.of(), choice -> {
            done.add("connect");
            return Engine.answeredBy(call -> {
                done.add(call.method().getName());
                return "Compose";
            });
        });
        assertThat(done).isEmpty();

        project.engine().services().version();
        project.connect();
        project.close();

        assertThat(done).containsExactly("connect", "version", "close");
    }

    @Test
    void anEngineThatNobodyAskedNeedsNoClosing() {
        List<EngineChoice> made = new ArrayList<>();
        ProjectEngine project = new ProjectEngine(new EngineChoice.Standard(), List.of(), choice -> {
            made.add(choice);
            return UnconnectedEngine.because("You work offline.");
        });

        project.close();

        assertThat(made).isEmpty();
        assertThat(project.closed()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("dev.bulkhead.engine.EngineWrapperContract#calls")
    void withoutAnEngineEveryCallFailsWithTheReason(Method method) {
        Engine none = new ProjectEngine(new EngineChoice.Standard(), List.of(), choice -> {
                    throw new EngineException(EngineException.Kind.UNREACHABLE, "No engine was found.");
                })
                .engine();
        if (Arrays.asList(method.getExceptionTypes()).contains(EngineException.class)) {
            List<@Nullable Object> arguments = Arrays.stream(method.getParameterTypes())
                    .<@Nullable Object>map(EngineWrapperContract::anything)
                    .toList();

            assertThatThrownBy(() -> new EngineCall(method, arguments).on(none))
                    .isInstanceOf(EngineException.class)
                    .hasMessage("No engine was found.");
        }
    }

    @Test
    void whoeverWatchesNoEngineIsToldSoOnce() throws Exception {
        List<EngineEvent> heard = new ArrayList<>();
        Engine none = UnconnectedEngine.because("You work offline.");

        try (var watch = none.observer().watch(heard::add)) {
            assertThat(watch.settle(Duration.ZERO)).isTrue();
        }
        none.close();

        assertThat(heard)
                .singleElement()
                .isInstanceOfSatisfying(
                        EngineEvent.Disconnected.class,
                        gone -> assertThat(gone.reason()).isEqualTo("You work offline."));
    }

    @Test
    void namesThatTheProjectGivesStandForAddressesAndTheOtherWayRound() {
        List<EngineChoice> made = new ArrayList<>();
        EngineChoice.Named atlas = new EngineChoice.Named("atlas", "unix:///run/docker.sock");
        EngineChoice.Named borea = new EngineChoice.Named("borea", "ssh://admin@borea");

        ProjectEngine project =
                new ProjectEngine(EngineChoice.of("atlas ssh://admin@borea"), List.of(atlas, borea), choice -> {
                    made.add(choice);
                    return UnconnectedEngine.because("Nobody is there.");
                });

        project.connect();
        assertThat(project.chosen()).isEqualTo(new EngineChoice.Hosts(List.of(atlas, borea)));
        assertThat(made)
                .containsExactly(
                        new EngineChoice.Address("unix:///run/docker.sock"),
                        new EngineChoice.Address("ssh://admin@borea"));
        assertThat(project.hosts()).isPresent();
    }

    @Test
    void anotherChoiceIsAnotherEngineBehindTheSameObject() throws Exception {
        List<String> answered = new ArrayList<>();
        ProjectEngine project = new ProjectEngine(
                new EngineChoice.Standard(),
                List.of(),
                choice -> Engine.answeredBy(call -> {
                    answered.add(choice.getClass().getSimpleName() + " "
                            + call.method().getName());
                    return "Compose";
                }));
        Engine engine = project.engine();

        engine.services().version();
        project.use(new EngineChoice.Practice());
        engine.services().version();

        assertThat(answered).containsExactly("Standard version", "Standard close", "Practice version");
    }
}
