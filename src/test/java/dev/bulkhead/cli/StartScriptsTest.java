package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The two scripts that start the program from source: they know every command, and start Java alike. */
class StartScriptsTest {

    private static final Path FOLDER = Path.of("installers");
    private static final Pattern OPTION = Pattern.compile("--?X?[\\w-]+[\\w:.=+-]*");

    private static String between(String file, String first, String last) throws IOException {
        String text = Files.readString(FOLDER.resolve(file));
        int start = text.indexOf(first);
        assertThat(start).as(first).isNotNegative();
        return text.substring(start + first.length(), text.indexOf(last, start + first.length()));
    }

    private static Set<String> words(String text, Pattern word) {
        return new TreeSet<>(
                word.matcher(text).results().map(found -> found.group()).toList());
    }

    /** What no script knows is taken for a folder where there is one of that name. */
    @Test
    void bothKnowEveryCommand() throws IOException {
        Pattern word = Pattern.compile("[a-z]+");
        Set<String> commands = new TreeSet<>(BulkheadCli.commands());
        // that of the tour has pictures and is started as the window is
        commands.remove("tour");

        assertThat(words(between("run.sh", "--engine*) kind=window ;;\n", ") kind=command"), word))
                .isEqualTo(commands);
        assertThat(words(between("run.ps1", "$commands = ", "\n$window"), word)).isEqualTo(commands);
    }

    @Test
    void bothStartJavaAlike() throws IOException {
        assertThat(words(between("run.ps1", "$Options = @(", "-cp"), OPTION))
                .isEqualTo(words(between("lib/build.sh", "JAVA_OPTIONS=(", "-cp"), OPTION))
                .hasSize(4);
        assertThat(words(between("run.ps1", "$WindowOptions = @(", ")"), OPTION))
                .isEqualTo(words(between("lib/build.sh", "WINDOW_OPTIONS=\"", "\"\n"), OPTION))
                .hasSize(4);
    }

    /** What a build leaves out of its record, or leaves behind, shows only on the machine that has it. */
    @Test
    void bothBuildFromTheSameSourcesAndRecordTheSameRuns() throws IOException {
        for (String part : List.of(
                "RenewClasses.java",
                "BinaryStyles.java",
                "WindowRehearsal",
                "dev.bulkhead.app.Rehearsal",
                "BULKHEAD_JAVA_OPTS")) {
            for (String file : List.of("lib/build.sh", "run.ps1")) {
                assertThat(Files.readString(FOLDER.resolve(file))).as(file).contains(part);
            }
        }
        Matcher sources = Pattern.compile("find (.+) -newer").matcher(Files.readString(FOLDER.resolve("lib/build.sh")));
        assertThat(sources.find()).isTrue();
        for (String source : sources.group(1).split(" ", -1)) {
            assertThat(between("run.ps1", "$sources = ", " |")).contains("'" + source + "'");
        }
    }
}
