package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.observed.ObservedState;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands before an engine hands every call of every capability on, and the answer back. */
public interface EngineWrapperContract {

    /** Returns what stands before an engine. */
    Engine over(Engine engine) throws Exception;

    /** Returns every method of every capability. */
    static Stream<Method> calls() {
        return Engine.CAPABILITIES.stream().flatMap(capability -> Arrays.stream(capability.getMethods()));
    }

    @ParameterizedTest
    @MethodSource("dev.bulkhead.engine.EngineWrapperContract#calls")
    default void everyCallArrivesAndItsAnswerComesBack(Method method) throws Exception {
        List<Method> arrived = new ArrayList<>();
        @Nullable Object answer = anything(method.getReturnType());
        Engine wrapped = over(Engine.answeredBy(call -> {
            arrived.add(call.method());
            return answer;
        }));
        List<@Nullable Object> arguments = Arrays.stream(method.getParameterTypes())
                .<@Nullable Object>map(EngineWrapperContract::anything)
                .toList();

        @Nullable Object got = new EngineCall(method, arguments).on(wrapped);

        assertThat(arrived).containsExactly(method);
        assertThat(got).isEqualTo(answer);
    }

    /** Returns some value of a type that a capability takes or gives. */
    static @Nullable Object anything(Class<?> type) {
        Map<Class<?>, Object> known = Map.of(
                String.class, "word",
                List.class, List.of("word"),
                Map.class, Map.of("a", "b"),
                Optional.class, Optional.empty(),
                Duration.class, Duration.ofSeconds(1),
                ExecResult.class, new ExecResult(3, "said"),
                EngineServices.Dependencies.class, EngineServices.Dependencies.TOO,
                ComposeRequest.class, ComposeRequest.of(Path.of(".")),
                ObservedState.class, new ObservedState(List.of(), List.of()));
        if (type == Consumer.class) {
            return (Consumer<Object>) said -> {};
        }
        return type == boolean.class ? (Object) true : known.get(type);
    }
}
