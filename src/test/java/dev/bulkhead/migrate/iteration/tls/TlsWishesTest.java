package dev.bulkhead.migrate.iteration.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TlsWishesTest {

    private static final List<String> PUBLIC = List.of("start.example.org", "sonarr.example.org");

    private static TlsWishes wishes(List<String> hosts, Map<String, String> answers) throws AnswersException {
        Answers given = Answers.proposed("3", TlsQuestions.of(Optional.empty()));
        for (Map.Entry<String, String> answer : new TreeMap<>(answers).entrySet()) {
            given = given.withValue(answer.getKey(), answer.getValue());
        }
        return TlsWishes.of(given, hosts);
    }

    private static String refusal(List<String> hosts, Map<String, String> answers) {
        try {
            return "accepted: " + wishes(hosts, answers);
        } catch (AnswersException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void aPrivateAuthoritySignsForAnyName() throws Exception {
        assertThat(wishes(List.of("start.lan"), Map.of()))
                .isEqualTo(new TlsWishes(new CertificateSource.PrivateAuthority(), false, false));
    }

    @Test
    void aPublicAuthorityIsNotAskedForNamesOfALan() {
        assertThat(refusal(List.of("start.example.org", "start.lan"), Map.of("certificate", "acme-http")))
                .startsWith("No public authority signs for start.lan, which is a name of your LAN alone;");
    }

    @Test
    void moreNamesThanAWeekGivesAreRefusedBeforeAnythingIsAsked() {
        List<String> many =
                IntStream.range(0, 51).mapToObj(n -> "n" + n + ".example.org").toList();
        assertThat(refusal(many, Map.of("certificate", "acme-http")))
                .startsWith("51 names are more than the 50 certificates a week that Let's Encrypt gives a domain;");
    }

    @Test
    void anAuthorityOfOnesOwnSignsForNamesOfALan() throws Exception {
        assertThat(wishes(
                                List.of("start.lan"),
                                Map.of("certificate", "acme-http", "directory", "https://ca.lan/acme/directory"))
                        .source())
                .isEqualTo(new CertificateSource.Acme(
                        new CertificateSource.Challenge.Http(),
                        Optional.empty(),
                        Optional.of(new CertificateSource.Directory("https://ca.lan/acme/directory", Optional.empty())),
                        false));
    }

    @Test
    void stagingSwitchesHstsOff() throws Exception {
        assertThat(wishes(PUBLIC, Map.of("certificate", "acme-http", "hsts", "on", "stage", "staging"))
                        .hsts())
                .isFalse();
        assertThat(wishes(PUBLIC, Map.of("certificate", "acme-http", "hsts", "on"))
                        .hsts())
                .isTrue();
    }

    @Test
    void whatDoesNotFitIsSaidWithWhatWould() {
        assertThat(refusal(PUBLIC, Map.of("certificate", "acme-dns", "dns-provider", "nobody")))
                .startsWith("The answer to 'dns-provider' is 'nobody'; it has to be one of cloudflare, ");
        assertThat(refusal(PUBLIC, Map.of("certificate", "acme-http", "email", "me")))
                .startsWith("The answer to 'email' is 'me', which is no address of mail;");
        assertThat(refusal(PUBLIC, Map.of("certificate", "own", "key-file", "../key.pem")))
                .startsWith("The answer to 'key-file' is '../key.pem'; it has to be a file inside the project,");
        assertThatThrownBy(() -> wishes(PUBLIC, Map.of("certificate", "tailscale")))
                .isInstanceOf(AnswersException.class)
                .hasMessageStartingWith("Tailscale signs for the machine's own name under ts.net, and not for start");
    }
}
