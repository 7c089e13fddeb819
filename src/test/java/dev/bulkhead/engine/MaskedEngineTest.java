package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.observed.HealthLook;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.SecretValues;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaskedEngineTest implements EngineWrapperContract {

    private static final SecretValues SECRETS =
            SecretValues.of(Map.of("DB_PASSWORD", "planted-password", "TZ", "Europe/Berlin"));

    @Override
    public Engine over(Engine engine) {
        return MaskedEngine.of(engine, SECRETS);
    }

    @ParameterizedTest
    @MethodSource("dev.bulkhead.engine.EngineWrapperContract#calls")
    void noFailureRepeatsASecret(Method method) {
        Engine masked = over(Engine.answeredBy(call -> {
            throw new EngineException(
                    EngineException.Kind.REFUSED, "invalid option planted-password in Europe/Berlin.");
        }));
        if (Arrays.asList(method.getExceptionTypes()).contains(EngineException.class)) {
            List<@Nullable Object> arguments = Arrays.stream(method.getParameterTypes())
                    .<@Nullable Object>map(EngineWrapperContract::anything)
                    .toList();

            assertThatThrownBy(() -> new EngineCall(method, arguments).on(masked))
                    .isInstanceOf(EngineException.class)
                    .hasMessage("invalid option *** in Europe/Berlin.")
                    .hasNoCause();
        }
    }

    @Test
    void whatAHealthCheckSaysHoldsNoSecret() throws Exception {
        Engine masked = over(Engine.answeredBy(
                call -> Optional.of(new HealthLook(1, "psql: password planted-password was refused"))));

        assertThat(masked.observer().lastHealthLook("db"))
                .contains(new HealthLook(1, "psql: password *** was refused"));
    }

    @Test
    void anEngineThatGoesAwaySaysNoSecretsEither() {
        List<EngineEvent> heard = new ArrayList<>();
        Engine masked = over(telling(
                new EngineEvent.Disconnected("No engine answers at tcp://me:planted-password@host:2376.", 1, 0)));

        masked.observer().watch(heard::add);

        assertThat(heard)
                .containsExactly(new EngineEvent.Disconnected("No engine answers at tcp://me:***@host:2376.", 1, 0));
    }

    @Test
    void linesOfProgressKeepEverythingButSecrets() throws Exception {
        List<String> lines = new ArrayList<>();
        Engine masked = over(telling("db | TZ Europe/Berlin, postgres://me:planted-password@db/shop"));

        masked.services()
                .up(ComposeRequest.of(Path.of(".")), List.of("db"), EngineServices.Dependencies.LEFT_ALONE, lines::add);

        assertThat(lines).containsExactly("db | TZ Europe/Berlin, postgres://me:***@db/shop");
    }

    @Test
    void whatAProgramSaysKeepsEverythingButSecrets() throws Exception {
        Engine masked = over(Engine.answeredBy(call -> new ExecResult(0, "TZ Europe/Berlin, planted-password")));

        assertThat(masked.exec().exec("db", List.of("env"), Duration.ofSeconds(1)))
                .isEqualTo(new ExecResult(0, "TZ Europe/Berlin, ***"));
    }

    @Test
    void failuresWithoutSecretsKeepTheirCause() {
        EngineException failure =
                new EngineException(EngineException.Kind.CONFLICT, "Network dmz exists.", new IllegalStateException());
        Engine masked = over(Engine.answeredBy(call -> {
            throw failure;
        }));

        assertThatThrownBy(() ->
                        masked.networks().createNetwork(new NetworkSpec("dmz", NetworkOptions.defaults(), List.of())))
                .isSameAs(failure);
    }

    /** Returns an engine that tells whoever listens one thing. */
    @SuppressWarnings("unchecked")
    private static Engine telling(Object what) {
        return Engine.answeredBy(call -> {
            call.arguments().stream()
                    .filter(Consumer.class::isInstance)
                    .forEach(listener -> ((Consumer<Object>) listener).accept(what));
            return null;
        });
    }
}
