package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit.SetEnvironment;
import dev.bulkhead.topology.edit.TopologyEdit.SetLabel;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyValuePatchTest {

    private static SetEnvironment subnets(String value) {
        return new SetEnvironment("web", "SUBNETS", value);
    }

    @Test
    void changesAnItemOfAList() throws EditRejectedException {
        String text =
                "services:\n  web:\n    image: n\n    environment:\n      - TZ=UTC\n      - \"SUBNETS=10.0.0.0/8\"\n";

        assertThat(Patched.compose(text).after(subnets("10.0.0.0/8,172.20.0.0/16")))
                .isEqualTo(text.replace("10.0.0.0/8", "10.0.0.0/8,172.20.0.0/16"));
    }

    @Test
    void changesAnEntryOfAMapping() throws EditRejectedException {
        String text =
                "services:\n  web:\n    image: n\n    environment:\n      SUBNETS: 10.0.0.0/8   # LAN\n      TZ: UTC\n";

        assertThat(Patched.compose(text).after(subnets("10.0.0.0/8,172.20.0.0/16")))
                .isEqualTo(text.replace("10.0.0.0/8", "10.0.0.0/8,172.20.0.0/16"));
    }

    @Test
    void changesTheDefaultOfAVariable() throws EditRejectedException {
        String text = "services:\n  web:\n    image: n\n    environment:\n      - SUBNETS=${SUBNETS:-10.0.0.0/8}\n";

        assertThat(Patched.compose(text).after(subnets("10.0.0.0/8,172.20.0.0/16")))
                .isEqualTo(text.replace("10.0.0.0/8", "10.0.0.0/8,172.20.0.0/16"));
    }

    @Test
    void changesTheEnvFileThatSetsTheVariable() throws EditRejectedException {
        Map<String, String> files = Map.of(
                "compose.yaml", "services:\n  web:\n    image: n\n    environment:\n      - SUBNETS=${NETS}\n",
                ".env", "SECRET=hidden\nNETS=\"10.0.0.0/8\"\n");

        assertThat(Patched.files(files).allAfter(subnets("10.0.0.0/8,172.20.0.0/16")))
                .isEqualTo(Map.of(".env", "SECRET=hidden\nNETS=\"10.0.0.0/8,172.20.0.0/16\"\n"));
    }

    @Test
    void writesBesideAVariableThatKeepsItsValue() throws EditRejectedException {
        String text =
                "services:\n  web:\n    image: n\n    environment:\n      - SUBNETS=172.18.0.0/16,${LAN:-10.0.0.0/8}\n";

        assertThat(Patched.compose(text).after(subnets("172.18.0.0/16,172.20.0.0/16,10.0.0.0/8")))
                .isEqualTo(text.replace("172.18.0.0/16", "172.18.0.0/16,172.20.0.0/16"));
    }

    @Test
    void leavesAVariableThatOthersUseAndWritesBehindIt() throws EditRejectedException {
        Map<String, String> files = Map.of("compose.yaml", """
                services:
                  web:
                    image: n
                    environment:
                      - SUBNETS=${NETS},10.0.0.0/8
                  b:
                    image: n
                    environment:
                      - N=${NETS}
                """, ".env", "NETS=172.18.0.0/16\n");

        assertThat(Patched.files(files).allAfter(subnets("172.18.0.0/16,10.0.0.0/8,172.20.0.0/16")))
                .isEqualTo(Map.of(
                        "compose.yaml",
                        files.getOrDefault("compose.yaml", "").replace("},10.0.0.0/8", "},10.0.0.0/8,172.20.0.0/16")));
        assertThat(Patched.files(files).refusal(subnets("172.19.0.0/16,10.0.0.0/8")))
                .isEqualTo(
                        "Cannot set SUBNETS of web: the changed text would mean something else: service b (environment)"
                                + " would not be as asked for; change the files by hand.");
    }

    @Test
    void addsAVariableToAListAndToAMapping() throws EditRejectedException {
        String list = "services:\n  web:\n    image: n\n    environment:\n      - 'TZ=UTC'\n";
        String map = "services:\n  web:\n    image: n\n    environment:\n      TZ: \"UTC\"\n";

        assertThat(Patched.compose(list).after(subnets("a b"))).isEqualTo(list + "      - 'SUBNETS=a b'\n");
        assertThat(Patched.compose(map).after(subnets("1.10"))).isEqualTo(map + "      SUBNETS: \"1.10\"\n");
    }

    @Test
    void escapesADollarSign() throws EditRejectedException {
        String text = "services:\n  web:\n    image: n\n    environment:\n      TZ: UTC\n";

        assertThat(Patched.compose(text).after(subnets("pa$$word"))).isEqualTo(text + "      SUBNETS: pa$$$$word\n");
    }

    @Test
    void overridesWhatAMergeKeyBringsWhenOthersReadIt() throws EditRejectedException {
        assertThat(Patched.compose("""
                        x-env: &env
                          SUBNETS: 10.0.0.0/8
                        services:
                          web:
                            image: n
                            environment:
                              <<: *env
                              TZ: UTC
                          b:
                            image: n
                            environment: *env
                        """).after(subnets("172.20.0.0/16")))
                .contains("      <<: *env\n      TZ: UTC\n      SUBNETS: 172.20.0.0/16\n  b:");
    }

    @Test
    void setsALabelAmongLabelsThatAreAList() throws EditRejectedException {
        String text = "services:\n  web:\n    image: n\n    labels:\n      - \"traefik.enable=true\"\n";

        assertThat(Patched.compose(text).after(new SetLabel("web", "traefik.docker.network", "app_edge")))
                .isEqualTo(text + "      - \"traefik.docker.network=app_edge\"\n");
    }

    @Test
    void writesTheFirstLabelInTheFormThatTheFileUses() throws EditRejectedException {
        String text = "services:\n  web:\n    image: n\n  b:\n    image: n\n    labels:\n      - a.b=c\nnetworks: {}\n";

        assertThat(Patched.compose(text).after(new SetLabel("web", "d.e", "f")))
                .isEqualTo(text.replaceFirst("image: n\n", "image: n\n    labels:\n      - d.e=f\n"));
        assertThat(Patched.compose("services:\n  web:\n    image: n\n").after(new SetLabel("web", "d.e", "true")))
                .isEqualTo("services:\n  web:\n    image: n\n    labels:\n      d.e: \"true\"\n");
    }
}
