package dev.bulkhead.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.goal.Awaited;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.migrate.goal.WebAsk;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplyJudgeTest {

    private static String judged(Awaited awaited, int status, String location, boolean asToAnyName) {
        RouteRequest request = new RouteRequest("proxy", 80, false, "sonarr.lan", "/", "sonarr");
        ProbeOutcome outcome = new ReplyJudge(new WebAsk(request, awaited))
                .judge(
                        new WebProbe.Reply(status, Optional.of(location).filter(to -> !to.isEmpty()), asToAnyName),
                        "asked");
        return outcome.answer() + " " + outcome.saw();
    }

    @Test
    void plainHttpMayOnlySendPeopleToTheSameHostByHttps() {
        Awaited nothing = new Awaited.NothingInClear();
        assertThat(judged(nothing, 308, "https://sonarr.lan/", false)).isEqualTo("YES 308 to https://sonarr.lan/");
        assertThat(judged(nothing, 301, "https://sonarr.lan:8443/", false)).startsWith("YES ");
        assertThat(judged(nothing, 404, "", true)).isEqualTo("YES 404, as to a name that nobody has");
        assertThat(judged(nothing, 302, "https://sonarr.lan.evil.example/", false))
                .startsWith("NO ");
        assertThat(judged(nothing, 302, "/login", false))
                .isEqualTo("NO 302 to /login in clear, and no redirect to https://sonarr.lan/.");
        assertThat(judged(nothing, 200, "", false)).startsWith("NO ");
    }

    @Test
    void aRedirectToAPortalHasToKnowTheWayBack() {
        Awaited portal = new Awaited.Redirect("https://auth.lan/", Optional.of("https://sonarr.lan/"));
        assertThat(judged(portal, 302, "https://auth.lan/?rd=https%3A%2F%2Fsonarr.lan%2F&rm=GET", false))
                .startsWith("YES ");
        assertThat(judged(portal, 302, "https://auth.lan/", false))
                .isEqualTo("NO 302 to https://auth.lan/: nothing in it leads back to https://sonarr.lan/.");
        assertThat(judged(portal, 302, "https://other.lan/?rd=https%3A%2F%2Fsonarr.lan%2F", false))
                .startsWith("NO ");
        assertThat(judged(portal, 200, "", false)).startsWith("NO ");
    }

    @Test
    void anAnswerIsOneByARouteAndWithoutARedirectWhereNoneIsWanted() {
        assertThat(judged(new Awaited.Answer(), 401, "", false)).isEqualTo("YES answers 401");
        assertThat(judged(new Awaited.Answer(), 302, "/login", false)).isEqualTo("YES answers 302 to /login");
        assertThat(judged(new Awaited.NoRedirect(), 302, "/login", false))
                .isEqualTo("NO 302 to /login: it sends people elsewhere instead of answering.");
        assertThat(judged(new Awaited.NoRedirect(), 502, "", false)).isEqualTo("NO 502: proxy does not reach sonarr.");
        assertThat(judged(new Awaited.Answer(), 404, "", true)).startsWith("NO 404, as to a name");
    }
}
