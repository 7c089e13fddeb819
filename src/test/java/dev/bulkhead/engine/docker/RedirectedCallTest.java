package dev.bulkhead.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.docker.line.AnswerLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What stands before an engine and lets the first questions through may send later calls elsewhere: nobody goes there. */
class RedirectedCallTest {

    private static final AnswerLimits LONG = new AnswerLimits(Duration.ofMinutes(2), Duration.ofMinutes(2));

    /** Answers the first questions as an engine does, and sends all others on. */
    private static FakeEngine.Answer sendingOn(String status, String location) {
        return (path, to) -> {
            boolean first = path.endsWith("/version") || path.endsWith("/info");
            to.write(
                    first
                            ? FakeEngine.http(
                                    "200 OK", "application/json", path.endsWith("/version") ? FakeEngine.VERSION : "{}")
                            : ("HTTP/1.1 " + status + "\r\nLocation: " + location
                                            + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
        };
    }

    private static String told(ThrowingCallable call, EngineAddress address) {
        return catchThrowableOfType(EngineException.class, call).sentence().replace(address.url(), "HERE");
    }

    private static String sentOn(String failure, String status) {
        return failure + ": the engine at HERE (the address given) sends on to another address (HTTP " + status
                + "), which was not followed; look what stands before it, or name the engine's own address with --engine or"
                + " DOCKER_HOST.";
    }

    @Test
    void questionsAndOrdersThatAreSentOnGoNowhere() throws Exception {
        for (String status :
                List.of("301 Moved Permanently", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect")) {
            String number = status.substring(0, 3);
            try (FakeEngine elsewhere = FakeEngine.onPort(FakeEngine.always("200 OK", "application/json", "[]"));
                    FakeEngine engine = FakeEngine.onPort(
                            sendingOn(status, elsewhere.address().url().replace("tcp:", "http:") + "/v1.51/networks"));
                    DockerGateway gateway = new DockerGateway(engine.address(), Map.of(), LONG)) {
                assertThat(told(gateway::observe, engine.address()))
                        .isEqualTo(sentOn("The engine's state cannot be read", number));
                assertThat(told(() -> gateway.disconnect("shop_front", "shop-web-1"), engine.address()))
                        .endsWith(sentOn("", number).substring(2));
                assertThat(told(() -> gateway.stop("shop-web-1", Duration.ofSeconds(1)), engine.address()))
                        .endsWith(sentOn("", number).substring(2));
                assertThat(elsewhere.asked()).as(status).isEmpty();
            }
        }
    }

    /** nginx sends from a path to the same with a slash: on the same host it is not followed either. */
    @Test
    void norOnTheSameHost() throws Exception {
        try (FakeEngine engine = FakeEngine.onPort(sendingOn("301 Moved Permanently", "/v1.51/networks/"));
                DockerGateway gateway = new DockerGateway(engine.address(), Map.of(), LONG)) {
            assertThat(told(gateway::observe, engine.address()))
                    .isEqualTo(sentOn("The engine's state cannot be read", "301"));
            assertThat(engine.asked()).noneMatch(path -> path.endsWith("/networks/"));
        }
    }
}
