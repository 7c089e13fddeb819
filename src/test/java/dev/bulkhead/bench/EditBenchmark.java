package dev.bulkhead.bench;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.rules.RuleViolation;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.RulesEvaluator;
import dev.bulkhead.reach.rules.RulesReader;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/** How long one edit of a project takes to be judged, every single time: the slowest of a hundred is what people feel. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class EditBenchmark {

    /** Services; a tenth as many networks. */
    @Param({"60", "2000"})
    public int services;

    private CheckInput input = CheckInput.of(new Stack().topology(), SourceMap.EMPTY);
    private List<Topology> edits = List.of();
    private Rules rules = Rules.NONE;
    private int turn;

    @Setup
    public void read() throws IOException, ComposeException {
        Path scratch = Files.createTempDirectory("bulkhead-bench");
        try {
            SyntheticProject.write(services, Math.max(1, services / 20), scratch.resolve("project"));
            ComposeProject project =
                    new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(scratch.resolve("project")));
            rules = RulesReader.parse(Rules.FILE, rulesText());
            input = CheckInput.of(project).withRules(rules);
            edits = edits(project.topology());
        } finally {
            SampleFiles.deleteTree(scratch);
        }
    }

    /** Rules of every kind, narrow and wide; a quarter of a hundred, as the samples have. */
    private String rulesText() {
        StringBuilder text = new StringBuilder("""
                version: 1
                groups:
                  first: [app0, app1, app2, app3, app4]
                  second: [app10, app11, app12, app13]
                rules:
                  - must-not: "* -> app9"
                  - must-not: internet -> group:first
                  - must-not: lan -> group:second
                  - must: group:first -> internet
                  - only: group:second -> app5:5432
                """);
        for (int s = 0; s < 20; s++) {
            text.append("  - must: app%d -> app%d:8080\n".formatted(s, (s * 7 + 3) % services));
        }
        return text.append("exposure:\n  public: false\n  allow-published: [10000/tcp, 10010/tcp]\n")
                .toString();
    }

    /** Each of the first services on one more network, in turn. */
    private static List<Topology> edits(Topology topology) {
        List<Topology> edits = new ArrayList<>();
        for (Service service : topology.services().values().stream().limit(16).toList()) {
            List<Attachment> attachments = new ArrayList<>(service.attachments());
            topology.networks().keySet().stream()
                    .filter(network ->
                            attachments.stream().noneMatch(a -> a.network().equals(network)))
                    .findFirst()
                    .ifPresent(network -> attachments.add(Attachment.to(network)));
            edits.add(topology.withService(service.withAttachments(attachments)));
        }
        return edits;
    }

    private Topology next() {
        turn = (turn + 1) % edits.size();
        return edits.get(turn);
    }

    /** Reach of the edited project, judged by all rules of the operator. */
    @Benchmark
    public List<RuleViolation> rules() {
        return RulesEvaluator.evaluate(rules, Reach.compute(next(), rules.applyTo(ReachOptions.defaults())));
    }

    /** Every finding of the edited project: the operator's rules and all checks of addresses, names, proxies and habits. */
    @Benchmark
    public List<Finding> findings() {
        return Checks.run(
                new CheckInput(next(), input.sources(), input.notes(), rules, input.around(), input.catalogue()));
    }
}
