package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.testing.SampleFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The firewall that Hydra's documentation kept for later: the rules of its tiers as packet rules, once its four networks stand. */
class HydraFirewallTest {

    private final Path hydra;

    HydraFirewallTest(@TempDir Path scratch) throws Exception {
        hydra = Files.createDirectories(scratch.resolve("hydra"));
        SampleFiles.copyTree(Path.of("assets", "samples", "hydra"), hydra);
        Path rules = hydra.resolve("bulkhead.yml");
        String text = Files.readString(rules);
        for (String strict : List.of(
                "- only: group:apps, group:infra, group:ai-services, host -> group:ai-services\n",
                "- only: lan, host, group:apps, litellm, grafana -> group:apps\n")) {
            assertThat(text).contains("  # " + strict);
            text = text.replace("  # " + strict, "  " + strict);
        }
        // what is practised makes no rule of a goal
        Files.writeString(rules, text.replace("    after: hydra-retire\n", ""));
    }

    private String run(String command, String... options) throws Exception {
        String[] words = new String[options.length + 4];
        words[0] = command;
        words[1] = hydra.toString();
        words[2] = "--engine";
        words[3] = "practice";
        System.arraycopy(options, 0, words, 4, options.length);
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCodes.FINE);
        return run.out();
    }

    @Test
    void itFollowsOnceTheOldNetworkIsGone() throws Exception {
        run("apply", "--iteration", "hydra-tiers", "--yes");
        run("apply", "--iteration", "hydra-retire", "--yes");

        List<String> rules = run("firewall").lines().toList();
        assertThat(rules)
                .filteredOn(rule -> rule.matches("-A BH-hydra -s \\S+ -d \\S+ -j DROP"))
                .hasSize(3)
                // a database begins nothing with those who ask it, and apps leave databases alone
                .anyMatch(rule -> rule.matches("-A BH-hydra -s 172\\.30\\.3\\.\\S* -d 172\\.30\\.1\\.\\S* -j DROP"))
                .anyMatch(rule -> rule.matches("-A BH-hydra -s 172\\.30\\.2\\.\\S* -d 172\\.30\\.3\\.\\S* -j DROP"))
                .anyMatch(rule -> rule.matches("-A BH-hydra -s 172\\.30\\.1\\.\\S* -d 172\\.30\\.2\\.\\S* -j DROP"));
        assertThat(rules)
                .as("what apps publish is for people")
                .anyMatch(rule -> rule.startsWith("-A BI-hydra -s 172.30.")
                        && rule.endsWith(" --ctorigdstport 3000 --ctdir ORIGINAL -j DROP"));
    }
}
