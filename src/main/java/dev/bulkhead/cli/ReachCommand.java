package dev.bulkhead.cli;

import dev.bulkhead.check.lint.ProxiedSocket;
import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.cli.options.LiveOption;
import dev.bulkhead.cli.options.OtherState;
import dev.bulkhead.cli.options.ProjectOptions;
import dev.bulkhead.cli.options.RulesOption;
import dev.bulkhead.cli.output.ReachDiffFormat;
import dev.bulkhead.cli.output.reach.ExplanationFormat;
import dev.bulkhead.cli.output.reach.ImpactFormat;
import dev.bulkhead.cli.output.reach.MatrixCsv;
import dev.bulkhead.cli.output.reach.MatrixJson;
import dev.bulkhead.cli.output.reach.MatrixText;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.proxy.ProxyFileReader;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.reach.PortQuery;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.diff.ReachDiff;
import dev.bulkhead.reach.explain.Assumption;
import dev.bulkhead.reach.explain.Assumptions;
import dev.bulkhead.reach.explain.Explainer;
import dev.bulkhead.reach.explain.Explanation;
import dev.bulkhead.reach.impact.BlastRadius;
import dev.bulkhead.reach.impact.SinglePointsOfFailure;
import dev.bulkhead.surroundings.LiveFact;
import dev.bulkhead.surroundings.Surroundings;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead reach}: who reaches whom, and why. */
@Command(
        name = "reach",
        description =
                "Say who reaches whom and why: one pair, the whole matrix, what another project opens and closes, or"
                        + " what an intruder in one service gets at.",
        footer =
                "Subjects are services, host, lan (any other machine), internet and, with --live, foreign:CONTAINER (one of"
                        + " others on a network of the project). It only tells: exit code 0 whatever"
                        + " the answer; demands belong into bulkhead.yml and check.")
final class ReachCommand extends BulkheadCommand {

    enum Format {
        text,
        json,
        csv
    }

    /** One of the three questions. */
    static final class Question {
        @ArgGroup(exclusive = false, multiplicity = "1")
        private @Nullable Pair pair;

        @Option(names = "--matrix", required = true, description = "Every pair of subjects.")
        private boolean matrix;

        @Option(
                names = "--diff",
                paramLabel = "OTHER_PATH|git:REF",
                required = true,
                description =
                        "What opens and what closes when PATH becomes OTHER_PATH; or since the commit REF of its"
                                + " repository, git:REF... where the branch left REF, git:REF:DIR where the project was in DIR.")
        private @Nullable String other;

        @Option(
                names = "--impact",
                paramLabel = "SERVICE",
                required = true,
                description =
                        "Whom an intruder in a service (or with --live in foreign:CONTAINER) gets at, directly and over"
                                + " others, and which services hold the project together.")
        private @Nullable String impact;
    }

    /** Two subjects. */
    static final class Pair {
        @Option(names = "--from", paramLabel = "SUBJECT", required = true, description = "Who sends.")
        private String from = "";

        @Option(
                names = "--to",
                paramLabel = "SUBJECT[:PORT[/PROTO]]",
                required = true,
                description = "Who receives, on any port or on one container port.")
        private String to = "";
    }

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private LiveOption live = new LiveOption();

    @ArgGroup(multiplicity = "1")
    private Question question = new Question();

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); csv is for --matrix.")
    private Format format = Format.text;

    ReachCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        if (format == Format.csv && !question.matrix) {
            throw new UsageException("--format csv is for --matrix only; choose text or json.");
        }
        ComposeProject read = project.load(context());
        Surroundings around = live.look(context(), read);
        ReachOptions options = rules.read(context(), read).applyTo(around.reach());
        tell(options.proxyFiles());
        // A verdict is about what the files say; who runs without its network now reaches nobody.
        around.live().stream()
                .filter(fact -> fact.kind() == LiveFact.Kind.CUT_OFF)
                .forEach(fact -> context().err().println("As it runs now: " + fact.sentence()));
        live.tellAssumptions(context(), options);
        ReachMatrix matrix = Reach.compute(read.topology(), options);
        Assumptions.ofNetworks(matrix).ifPresent(context().err()::println);
        if (question.pair != null) {
            explain(question.pair, read, matrix);
        } else if (question.other != null) {
            diff(question.other, read, matrix);
        } else if (question.impact != null) {
            impact(question.impact, read, matrix);
        } else {
            switch (format) {
                case text -> MatrixText.write(matrix, context().out());
                case json -> MatrixJson.write(matrix, context().out());
                case csv -> MatrixCsv.write(matrix, context().out());
            }
        }
        return ExitCodes.FINE;
    }

    private void tell(ProxyFiles files) {
        files.unread().forEach(unread -> context().err().println("warning: " + unread.sentence()));
    }

    private void explain(Pair pair, ComposeProject read, ReachMatrix matrix) throws Exception {
        int from = index(pair.from, matrix);
        int last = pair.to.lastIndexOf(':');
        // service:NAME and foreign:NAME are names and no ports
        boolean named = Stream.of(Subject.SERVICE, Subject.FOREIGN)
                .anyMatch(word -> pair.to.startsWith(word) && last == word.length() - 1);
        int colon = named ? -1 : last;
        Optional<PortQuery> port = colon < 0 ? Optional.empty() : PortQuery.parse(pair.to.substring(colon + 1));
        if (colon >= 0 && port.isEmpty()) {
            throw new UsageException("--to " + pair.to
                    + " names no port after the colon; write for instance jellyfin:8096" + " or dns:53/udp.");
        }
        int to = index(colon < 0 ? pair.to : pair.to.substring(0, colon), matrix);
        if (from == to) {
            throw new UsageException("--from and --to are both " + pair.from + "; name two subjects.");
        }
        Explanation explanation = new Explainer(matrix).explain(from, to, port);
        List<Assumption> assumed = Assumptions.of(matrix).of(from, to, port);
        print(
                format == Format.json
                        ? ExplanationFormat.json(explanation, assumed, port, read.sources())
                        : ExplanationFormat.text(explanation, assumed, read.sources()));
    }

    private static int index(String name, ReachMatrix matrix) throws UsageException {
        return matrix.indexOf(Subject.of(name))
                .orElseThrow(() -> new UsageException("There is no service " + name
                        + " in the project; name one of its services, host, lan or internet, or"
                        + " with --live foreign:CONTAINER."));
    }

    private void impact(String name, ComposeProject read, ReachMatrix matrix) throws Exception {
        Subject origin = read.topology().service(name).isPresent() ? new Subject.OfService(name) : Subject.of(name);
        if (matrix.indexOf(origin)
                .filter(index -> index >= ReachMatrix.OUTSIDERS)
                .isEmpty()) {
            throw new UsageException("There is no service " + name
                    + " in the project; --impact names one of its services, or with --live foreign:CONTAINER.");
        }
        BlastRadius blast = BlastRadius.of(matrix, origin);
        SortedSet<String> linchpins = SinglePointsOfFailure.of(read.topology());
        SortedSet<String> commanding = Stream.concat(blast.direct().stream(), blast.transitive().stream())
                .flatMap(reached -> reached instanceof Subject.OfService(String key) ? Stream.of(key) : Stream.empty())
                .flatMap(key -> read.topology().service(key).stream())
                .filter(proxy -> ProxiedSocket.is(proxy) && ProxiedSocket.mayWrite(proxy))
                .map(Service::key)
                .collect(Collectors.toCollection(TreeSet::new));
        print(
                format == Format.json
                        ? ImpactFormat.json(blast, linchpins, commanding)
                        : ImpactFormat.text(blast, linchpins, commanding));
    }

    /** A commit came before what is there now; another path is where the project is to go. */
    private void diff(String word, ComposeProject read, ReachMatrix now) throws Exception {
        try (OtherState other = OtherState.open(word, project, read, context())) {
            ReachMatrix matrix = matrix(other.requireReadable(), now);
            boolean since = OtherState.isCommit(word);
            if (since) {
                say("From " + other.name() + " to the files as they are"
                        + (other.project().isEmpty() ? "; there was no such project then." : "."));
            }
            ReachDiff diff = since ? ReachDiff.between(matrix, now) : ReachDiff.between(now, matrix);
            print(format == Format.json ? ReachDiffFormat.json(diff) : ReachDiffFormat.text(diff));
        }
    }

    private ReachMatrix matrix(OtherState other, ReachMatrix now) throws Exception {
        if (other.project().isEmpty()) {
            return Reach.compute(other.topology(), now.options());
        }
        ComposeProject project = other.project().get().requireSound();
        ReachOptions options = rules.read(context(), project, other.files())
                .applyTo(now.options())
                .withProfiles(project.activeProfiles())
                .withProxyFiles(new ProxyFileReader(other.files()).read(project));
        tell(options.proxyFiles());
        return Reach.compute(project.topology(), options);
    }
}
