package dev.bulkhead.migrate.verify;

import dev.bulkhead.engine.Probe;
import dev.bulkhead.migrate.goal.Awaited;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.goal.WebAsk;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judge of an answer: whether it is what a question expects. */
final class ReplyJudge {

    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);
    /** Status codes by which a proxy tells that it has nobody to ask (RFC 9110, 15.6). */
    private static final List<Integer> NOBODY_BEHIND = List.of(502, 503, 504);

    private final WebAsk ask;

    ReplyJudge(WebAsk ask) {
        this.ask = ask;
    }

    ProbeOutcome judge(WebProbe.Reply reply, String ran) {
        RouteRequest request = ask.request();
        boolean redirect = REDIRECTS.contains(reply.status());
        String saw = reply.status() + reply.location().map(to -> " to " + to).orElse("");
        return switch (ask.awaited()) {
            case Awaited.Answer _ -> answered(reply, ran, "answers " + saw);
            case Awaited.NoRedirect _ ->
                redirect
                        ? no(ran, saw + ": it sends people elsewhere instead of answering.")
                        : answered(reply, ran, "answers " + saw);
            case Awaited.NotTo(String prefix) ->
                reply.location().filter(to -> to.startsWith(prefix)).isPresent()
                        ? no(ran, saw + ": it sends people there instead of answering.")
                        : answered(reply, ran, "answers " + saw);
            case Awaited.Redirect(String prefix, Optional<String> back) -> {
                String to = reply.location().orElse("");
                if (!redirect || !to.startsWith(prefix)) {
                    yield no(ran, saw + ", and no redirect to " + prefix + ".");
                }
                yield back.isPresent() && !carries(to, back.get())
                        ? no(ran, saw + ": nothing in it leads back to " + back.get() + ".")
                        : yes(ran, saw);
            }
            case Awaited.NothingInClear _ -> {
                String to = reply.location().orElse("");
                String home = "https://" + request.host();
                boolean secured =
                        redirect && ((to + "/").startsWith(home + "/") || to.matches(Pattern.quote(home) + ":\\d+.*"));
                yield secured || reply.asToAnyName()
                        ? yes(ran, saw + (secured ? "" : ", as to a name that nobody has"))
                        : no(ran, saw + " in clear, and no redirect to https://" + request.host() + "/.");
            }
            case Awaited.Certificate _, Awaited.Content _ -> answered(reply, ran, "answers " + saw);
        };
    }

    private ProbeOutcome answered(WebProbe.Reply reply, String ran, String saw) {
        RouteRequest request = ask.request();
        if (NOBODY_BEHIND.contains(reply.status())) {
            return no(ran, reply.status() + ": " + request.proxy() + " does not reach " + request.service() + ".");
        }
        return reply.asToAnyName()
                ? no(
                        ran,
                        reply.status() + ", as to a name that nobody has: there is no route for " + request.host()
                                + " yet.")
                : yes(ran, saw);
    }

    /** Portals write the address into a parameter, encoded once or more. */
    private static boolean carries(String location, String back) {
        String query = location.contains("?") ? location.substring(location.indexOf('?') + 1) : "";
        return Arrays.stream(query.split("[&#]", -1))
                .map(parameter -> parameter.substring(parameter.indexOf('=') + 1))
                .anyMatch(value ->
                        decoded(value).equals(back) || decoded(decoded(value)).equals(back));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static ProbeOutcome yes(String ran, String saw) {
        return new ProbeOutcome(Probe.Answer.YES, ran, saw);
    }

    private static ProbeOutcome no(String ran, String saw) {
        return new ProbeOutcome(Probe.Answer.NO, ran, saw);
    }
}
