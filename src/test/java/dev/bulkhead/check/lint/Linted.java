package dev.bulkhead.check.lint;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.catalogue.CatalogueException;
import dev.bulkhead.catalogue.CatalogueReader;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.RulesReader;
import dev.bulkhead.surroundings.Surroundings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What all checks say about a Compose file in memory. */
public final class Linted {

    private static final Path DIRECTORY = Path.of("/no-such-folder/shop");

    private CheckInput input;

    private Linted(CheckInput input) {
        this.input = input;
    }

    public static Linted compose(String text) throws ComposeException, CatalogueException {
        return new Linted(CheckInput.of(read(text)).withCatalogue(catalogue()));
    }

    static Catalogue catalogue() throws CatalogueException {
        return new CatalogueReader().readBundled();
    }

    static ComposeProject read(String text) throws ComposeException {
        Map<Path, byte[]> files = Map.of(DIRECTORY.resolve("compose.yaml"), text.getBytes(StandardCharsets.UTF_8));
        return new ComposeLoader(new OverlayFileTree(new DiskFileTree(), files)).load(ComposeRequest.of(DIRECTORY));
    }

    public Linted around(UnaryOperator<ReachOptions> reach) {
        input = input.withAround(Surroundings.unasked(reach.apply(ReachOptions.defaults())));
        return this;
    }

    public Linted rules(String text) throws ComposeException {
        input = input.withRules(RulesReader.parse(Rules.FILE, text));
        return this;
    }

    public List<Finding> findings() {
        return Checks.run(input);
    }

    public List<Finding> findings(String rule) {
        return findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    /** Returns findings of a rule as severity, place and sentence. */
    public List<String> lines(String rule) {
        return findings(rule).stream().map(Linted::line).toList();
    }

    static String line(Finding finding) {
        return finding.severity().text() + " "
                + finding.at().map(at -> at.line() + ":" + at.column()).orElse("-") + " " + finding.message();
    }
}
