package dev.bulkhead.migrate.verify;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.Probe;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.Awaited;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.goal.WebAsk;
import dev.bulkhead.migrate.web.OldHello;
import dev.bulkhead.migrate.web.WebAnswer;
import dev.bulkhead.migrate.web.WebClient;
import dev.bulkhead.migrate.web.WebDoor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Probe of a web server from this machine, with what is expected of its answer: by the published port or the container's own
 * address. Where neither is reached from here, it is asked from inside its container as far as that tells.
 */
final class WebProbe {

    private static final Duration EXEC = Duration.ofSeconds(30);

    private final Engine engine;
    private final String project;
    private final InstantSource clock;
    private final WebClient client;

    WebProbe(Engine engine, String project, InstantSource clock, Path root) {
        this.engine = engine;
        this.project = project;
        this.clock = clock;
        this.client = new WebClient(root);
    }

    /** Asks once. */
    ProbeOutcome ask(WebAsk ask) throws EngineException {
        RouteRequest request = ask.request();
        ObservedState state = engine.observer().observe();
        Optional<ObservedContainer> proxy = state.containers(project, request.proxy()).stream()
                .filter(c -> c.status().state() == ObservedContainer.RunState.RUNNING)
                .findFirst();
        if (proxy.isEmpty()) {
            return new ProbeOutcome(Probe.Answer.NO, "", request.proxy() + " does not run.");
        }
        EngineInfo info = engine.observer().info();
        ObservedContainer owner = proxy.get().networkMode().startsWith("container:")
                ? state.containers().stream()
                        .filter(c -> proxy.get().networkMode().equals("container:" + c.id()))
                        .findFirst()
                        .orElse(proxy.get())
                : proxy.get();
        if (info.practice() && ask.awaited() instanceof Awaited.Content) {
            return new ProbeOutcome(Probe.Answer.YES, "", "It runs; the practice engine shows no content.");
        }
        String unreached = "";
        for (WebDoor door : WebDoor.of(info, owner, request.port())) {
            String ran = "from here: GET " + request.url() + " at " + door;
            if (!WebClient.reaches(door)) {
                unreached = ran + ", which takes no connection; ";
                continue;
            }
            try {
                return from(door, ask, ran);
            } catch (IOException e) {
                return silent(ask, ran, door + ": " + e.getMessage());
            }
        }
        return inside(ask, proxy.get(), info, unreached);
    }

    private ProbeOutcome from(WebDoor door, WebAsk ask, String ran) throws IOException {
        RouteRequest request = ask.request();
        Optional<Awaited.Trust> trust = ask.awaited() instanceof Awaited.Certificate certificate
                ? Optional.of(certificate.trust())
                : Optional.empty();
        WebAnswer answer = client.ask(door, request.tls(), request.authority(), request.path(), trust);
        if (ask.awaited() instanceof Awaited.Certificate certificate) {
            return certificate(certificate, answer, door, request.host(), ran);
        }
        if (ask.awaited() instanceof Awaited.Content content) {
            return content(content, answer.status(), answer.text(), ran);
        }
        Reply reply = new Reply(answer.status(), answer.location(), anyName(door, request, answer));
        return new ReplyJudge(ask).judge(reply, ran);
    }

    /** One that refuses the handshake for a name that nobody has, or gives no answer, tells the two apart. */
    private boolean anyName(WebDoor door, RouteRequest request, WebAnswer answer) {
        try {
            return client.ask(door, request.tls(), Probe.HttpAnswer.NOBODY, request.path(), Optional.empty())
                    .sameAs(answer);
        } catch (IOException e) {
            return false;
        }
    }

    private ProbeOutcome certificate(
            Awaited.Certificate wanted, WebAnswer answer, WebDoor door, String name, String ran) throws IOException {
        var tls = answer.tls().orElseThrow(() -> new IOException("it was asked in clear"));
        if (tls.objection().isPresent()) {
            return new ProbeOutcome(
                    Probe.Answer.NO,
                    ran,
                    WebClient.text(tls.chain()) + ": " + tls.objection().get() + ".");
        }
        Instant ends = tls.chain().getFirst().getNotAfter().toInstant();
        if (clock.instant().plus(wanted.lasts()).isAfter(ends)) {
            return new ProbeOutcome(
                    Probe.Answer.NO, ran, WebClient.text(tls.chain()) + " ends too soon, at " + ends + ".");
        }
        for (String version : wanted.refused()) {
            if (OldHello.accepted(door, name, version)) {
                return new ProbeOutcome(Probe.Answer.NO, ran, "The old protocol " + version + " is still accepted.");
            }
        }
        return new ProbeOutcome(
                Probe.Answer.YES,
                ran,
                WebClient.text(tls.chain()) + ", valid until " + ends + ", "
                        + tls.protocol().orElse("TLS")
                        + (wanted.refused().isEmpty() ? "" : ", refuses " + String.join(", ", wanted.refused())));
    }

    /** By its own tools: what runs beside it is told the same. */
    private ProbeOutcome fetched(Awaited.Content content, RouteRequest request, ObservedContainer server)
            throws EngineException {
        Probe probe = new Probe.Fetch("127.0.0.1", request.port(), request.path(), Duration.ofSeconds(5));
        String ran = "from " + request.proxy() + ": GET " + request.path() + " from 127.0.0.1:" + request.port();
        ExecResult result = engine.exec().exec(server.id(), probe.command(), EXEC);
        return Probe.answer(result) == Probe.Answer.CANNOT_TELL
                ? new ProbeOutcome(
                        Probe.Answer.CANNOT_TELL,
                        ran,
                        request.proxy() + " publishes no port that is reached from here, and has no tool to ask with"
                                + " inside.")
                : content(content, result.output().isBlank() ? 0 : 200, result.output(), ran);
    }

    private static ProbeOutcome content(Awaited.Content wanted, int status, String text, String ran) {
        boolean found = status == 200 && text.contains(wanted.part());
        return new ProbeOutcome(
                found ? Probe.Answer.YES : Probe.Answer.NO,
                ran,
                found
                        ? "It tells that " + wanted.meaning() + "."
                        : (status == 0 ? "No answer" : status) + ", and not that " + wanted.meaning() + ".");
    }

    private static ProbeOutcome silent(WebAsk ask, String ran, String what) {
        return ask.awaited() instanceof Awaited.NothingInClear
                ? new ProbeOutcome(Probe.Answer.YES, ran, "Nothing: " + what + ".")
                : new ProbeOutcome(Probe.Answer.NO, ran, "No answer: " + what + ".");
    }

    private ProbeOutcome inside(WebAsk ask, ObservedContainer proxy, EngineInfo info, String unreached)
            throws EngineException {
        RouteRequest request = ask.request();
        if (ask.awaited() instanceof Awaited.Content content) {
            return fetched(content, request, proxy);
        }
        Probe probe = new Probe.Http(
                "127.0.0.1", request.port(), request.tls(), request.authority(), request.path(), Duration.ofSeconds(3));
        String ran = unreached + "from " + request.proxy() + ": GET " + request.path() + " from 127.0.0.1:"
                + request.port() + " with Host: " + request.authority();
        ExecResult result = engine.exec().exec(proxy.id(), probe.command(), EXEC);
        if (Probe.answer(result) == Probe.Answer.CANNOT_TELL) {
            return new ProbeOutcome(
                    Probe.Answer.CANNOT_TELL,
                    ran,
                    request.proxy()
                            + " publishes no port that is reached from here, and has no tool to ask with inside.");
        }
        Optional<Probe.HttpAnswer> answer = Probe.HttpAnswer.of(result);
        if (answer.isEmpty()) {
            return silent(ask, ran, request.proxy() + " gives no answer");
        }
        Reply reply = new Reply(
                answer.get().status(), answer.get().location(), answer.get().asToAnyName());
        if (!(ask.awaited() instanceof Awaited.Certificate)) {
            return new ReplyJudge(ask).judge(reply, ran);
        }
        ProbeOutcome answers = new ReplyJudge(new WebAsk(request, new Awaited.Answer())).judge(reply, ran);
        if (!info.practice() && answers.answer() == Probe.Answer.YES) {
            return new ProbeOutcome(
                    Probe.Answer.CANNOT_TELL, ran, "It answers encrypted; its certificate is not seen from here.");
        }
        return answers.answer() == Probe.Answer.YES
                ? new ProbeOutcome(
                        Probe.Answer.YES,
                        ran,
                        answers.saw() + " by an encrypted route; the practice engine shows no certificate")
                : answers;
    }

    /** Answer as both ways of asking tell it. */
    record Reply(int status, Optional<String> location, boolean asToAnyName) {}
}
