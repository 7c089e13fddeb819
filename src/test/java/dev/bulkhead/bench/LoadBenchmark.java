package dev.bulkhead.bench;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.patch.ComposePatcher;
import dev.bulkhead.compose.patch.Patch;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long reading a whole project and patching one line of it take, warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
public class LoadBenchmark {

    /** A sample's name, or services/files. */
    @Param({"mediaserver", "1000/50", "10000/500"})
    public String project = "";

    private Path scratch = Path.of("");
    private ComposeRequest request = ComposeRequest.of(scratch);
    private ComposeLoader loader = new ComposeLoader(new DiskFileTree());
    private ComposePatcher patcher = new ComposePatcher(new DiskFileTree());

    @Setup
    public void write() throws IOException {
        scratch = Files.createTempDirectory("bulkhead-bench");
        String[] size = project.split("/", -1);
        if (size.length == 1) {
            SampleFiles.copyTree(Path.of("assets/samples").resolve(project), scratch.resolve("project"));
        } else {
            SyntheticProject.write(Integer.parseInt(size[0]), Integer.parseInt(size[1]), scratch.resolve("project"));
        }
        request = ComposeRequest.of(scratch.resolve("project"));
    }

    @TearDown
    public void remove() {
        SampleFiles.deleteTree(scratch);
    }

    @Benchmark
    public ComposeProject load() throws ComposeException {
        return loader.load(request);
    }

    /** Reads, attaches one service to one more network, and reads the result again to verify it. */
    @Benchmark
    public Patch loadAndAttach() throws ComposeException, EditRejectedException {
        ComposeProject read = loader.load(request);
        Service service = read.topology().services().values().iterator().next();
        TopologyEdit edit = read.topology().networks().keySet().stream()
                .filter(n -> service.attachments().stream()
                        .noneMatch(a -> a.network().equals(n)))
                .findFirst()
                .<TopologyEdit>map(network -> new TopologyEdit.Attach(service.key(), network))
                .orElseGet(() -> new TopologyEdit.SetLabel(service.key(), "tried", "yes"));
        return patcher.patch(read, edit);
    }
}
