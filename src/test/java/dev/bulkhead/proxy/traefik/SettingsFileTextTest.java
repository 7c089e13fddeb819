package dev.bulkhead.proxy.traefik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsFileTextTest {

    private static final String STATIC = """
            # mine
            entryPoints:
              web:
                address: ":80"   # plain
            providers:
              docker: {}
            """;

    @Test
    void aSettingIsAddedWhereItBelongsAndChangedWhereItStands() {
        assertThat(SettingsFileText.set(STATIC, List.of("entryPoints", "websecure", "address"), "\":443\""))
                .hasValue("""
                        # mine
                        entryPoints:
                          web:
                            address: ":80"   # plain
                          websecure:
                            address: ":443"
                        providers:
                          docker: {}
                        """);
        assertThat(SettingsFileText.set(STATIC, List.of("entryPoints", "web", "address"), "\":81\""))
                .hasValue(STATIC.replace(":80", ":81"));
        assertThat(SettingsFileText.set(STATIC, List.of("ping"), "{}")).hasValue(STATIC + "ping: {}\n");
    }

    @Test
    void bracesTakeNoLines() {
        assertThat(SettingsFileText.set(STATIC, List.of("providers", "docker", "network"), "flat"))
                .isEmpty();
    }

    @Test
    void anEmptyFileBegins() {
        assertThat(SettingsFileText.set("# head\n", List.of("tls", "options"), "{}"))
                .hasValue("# head\ntls:\n  options: {}\n");
    }
}
