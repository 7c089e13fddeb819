package dev.bulkhead.migrate.iteration.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaddyfileTextTest {

    private static String encrypted(String text, List<String> directives, List<String> options) {
        return new CaddyfileText("Caddyfile", text).encrypted(directives, options, Map.of());
    }

    @Test
    void sitesLoseHttpAndGetTheCertificateAndNothingElseChanges() {
        assertThat(encrypted("""
                # mine
                (snippet) {
                \tencode gzip
                }

                http://start.lan, http://www.start.lan:80 { # two names
                \timport snippet
                \treverse_proxy http://start:3000
                }

                sonarr.lan:80 {
                \treverse_proxy sonarr:8989
                }

                :80 {
                \trespond "nobody"
                }

                radarr.lan {
                \ttls internal
                \treverse_proxy radarr:7878
                }
                """, List.of("tls /tls/leaf.crt /tls/leaf.key"), List.of()))
                .isEqualTo("""
                # mine
                (snippet) {
                \tencode gzip
                }

                start.lan, www.start.lan { # two names
                \ttls /tls/leaf.crt /tls/leaf.key
                \timport snippet
                \treverse_proxy http://start:3000
                }

                sonarr.lan {
                \ttls /tls/leaf.crt /tls/leaf.key
                \treverse_proxy sonarr:8989
                }

                :80 {
                \trespond "nobody"
                }

                radarr.lan {
                \ttls internal
                \treverse_proxy radarr:7878
                }
                """);
    }

    @Test
    void globalOptionsGainTheAuthorityAndLoseWhatKeepsRedirectsAway() {
        assertThat(encrypted("""
                {
                \tauto_https disable_redirects # for now
                \temail old@example.org
                \tadmin off
                }
                http://start.lan {
                \treverse_proxy start:3000
                }
                """, List.of(), List.of("email me@example.org", "acme_ca https://pebble:14000/dir")))
                .isEqualTo("""
                {
                \temail me@example.org
                \tacme_ca https://pebble:14000/dir
                \tadmin off
                }
                start.lan {
                \treverse_proxy start:3000
                }
                """);
    }

    @Test
    void aFileWithoutGlobalOptionsGetsABlockOfThem() {
        assertThat(encrypted(
                        "http://start.lan {\n\treverse_proxy start:3000\n}\n",
                        List.of(),
                        List.of("email me@example.org")))
                .isEqualTo("{\n\temail me@example.org\n}\n\nstart.lan {\n\treverse_proxy start:3000\n}\n");
    }

    @Test
    void aFileOfOneSiteWithoutBracesKeepsItsForm() {
        assertThat(encrypted("http://start.lan\nreverse_proxy start:3000\n", List.of("tls a b"), List.of()))
                .isEqualTo("start.lan\n\ttls a b\nreverse_proxy start:3000\n");
    }
}
