package dev.bulkhead.compose.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.StartsProcesses;
import dev.bulkhead.topology.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopologyMermaidTest {

    private static final String LABEL = "\"[^\"\\n]*\"";
    private static final String ID = "(?:[ns]\\d+)";
    /** The forms of Mermaid's flowchart language that are written, one a line. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("graph TB"),
            Pattern.compile(" +INET\\[[A-Za-z ]+]"),
            Pattern.compile(" +subgraph (?:Host|Outside|" + ID + ")\\[" + LABEL + "]"),
            Pattern.compile(" +end"),
            Pattern.compile(" +" + ID + "\\[" + LABEL + "]"),
            Pattern.compile(" +" + ID + " --- " + ID),
            Pattern.compile(" +" + ID + " -\\.->\\|[a-z ]+\\| " + ID),
            Pattern.compile(" +INET -->\\|" + LABEL + "\\| " + ID),
            Pattern.compile(""));

    @TempDir
    private Path directory = Path.of("");

    private static Topology read(Path project) throws Exception {
        return new ComposeLoader(new DiskFileTree())
                .load(ComposeRequest.of(project))
                .topology();
    }

    private static void isWellFormed(String text) {
        int open = 0;
        for (String line : text.lines().toList()) {
            assertThat(FORMS.stream().anyMatch(form -> form.matcher(line).matches()))
                    .as(line)
                    .isTrue();
            open += line.strip().startsWith("subgraph ") ? 1 : line.strip().equals("end") ? -1 : 0;
            assertThat(open).as(line).isNotNegative();
        }
        assertThat(open).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {SampleFiles.MEDIASERVER, SampleFiles.HYDRA, SampleFiles.MEDIANEST})
    void theDiagramOfASampleIsWellFormed(String sample) throws Exception {
        isWellFormed(TopologyMermaid.of(read(SampleFiles.original(sample))));
    }

    @Test
    void namesThatAreWordsOfMermaidDoNoHarm() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), """
            name: odd
            services:
              end: {image: a, networks: [graph, subgraph], ports: ["80:80"]}
              style: {image: a, network_mode: "service:end"}
            networks: {graph: {name: 'a"b'}, subgraph: {internal: true}}
            """);

        String text = TopologyMermaid.of(read(directory));

        isWellFormed(text);
        assertThat(text).contains("[\"end\"]", "[\"subgraph<br/>internal\"]", "-.->|shares the network of|");
    }

    @StartsProcesses
    @Test
    void mermaidItselfAcceptsTheDiagrams() throws Exception {
        String folder = System.getProperty("bulkhead.mermaid", "");
        if (folder.isEmpty()) {
            System.err.println("SKIPPED: THE DIAGRAMS WERE NOT GIVEN TO MERMAID: -Dbulkhead.mermaid NAMES NO FOLDER");
            Assumptions.abort("Mermaid is not here");
        }
        List<String> command = new ArrayList<>(List.of("node", "--input-type=module", "-e", """
            import {JSDOM} from 'jsdom';
            import fs from 'fs';
            globalThis.window = new JSDOM('<body></body>').window;
            globalThis.document = window.document;
            const mermaid = (await import('mermaid')).default;
            for (const file of process.argv.slice(1)) await mermaid.parse(fs.readFileSync(file, 'utf8'));
            """));
        for (String sample : List.of(SampleFiles.MEDIASERVER, SampleFiles.HYDRA, SampleFiles.MEDIANEST)) {
            String text = TopologyMermaid.of(read(SampleFiles.original(sample)));
            command.add(
                    Files.writeString(directory.resolve(sample + ".mmd"), text).toString());
        }

        Commands.Output output = Commands.run(System.getenv(), Path.of(folder), command);

        assertThat(output.exitCode()).as(output.output()).isZero();
    }
}
