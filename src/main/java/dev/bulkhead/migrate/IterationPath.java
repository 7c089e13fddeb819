package dev.bulkhead.migrate;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.migrate.iteration.Iteration;
import dev.bulkhead.migrate.iteration.ScriptedIteration;
import dev.bulkhead.migrate.iteration.secrets.RotateSecrets;
import dev.bulkhead.migrate.iteration.span.SpanNetwork;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.PlaybookException;
import dev.bulkhead.migrate.playbook.PlaybookReader;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.project.OwnPlaybooks;
import dev.bulkhead.migrate.project.ProjectRules;
import dev.bulkhead.reach.rules.Progress;
import dev.bulkhead.reach.rules.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Path of iterations of a project: those that come with Bulkhead, then the operator's own.
 *
 * <p>Where the operator's cannot be read, the others can be used all the same, and the fault is told.
 */
public final class IterationPath {

    private final CatalogueAndPlaybooks known;
    private final Rules.Path stated;
    private final Optional<String> fault;

    private IterationPath(CatalogueAndPlaybooks known, Rules.Path stated, Optional<String> fault) {
        this.known = known;
        this.stated = stated;
        this.fault = fault;
    }

    static IterationPath of(MigrationContext context, CatalogueAndPlaybooks bundled) {
        try {
            return of(context.files(), new ComposeLoader(context.files()).load(context.request()), bundled);
        } catch (ComposeException e) {
            return new IterationPath(bundled, Rules.Path.BUILT_IN, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** Returns the path where there is no project. */
    public static IterationPath builtIn(CatalogueAndPlaybooks bundled) {
        return new IterationPath(bundled, Rules.Path.BUILT_IN, Optional.empty());
    }

    /** Returns the path of a project. */
    public static IterationPath of(FileTree files, ComposeProject project, CatalogueAndPlaybooks bundled) {
        Rules.Path stated = Rules.Path.BUILT_IN;
        try {
            Rules rules = ProjectRules.read(files, project);
            stated = rules.path();
            Map<String, Playbook> own = OwnPlaybooks.read(files, project, rules);
            for (Playbook playbook : own.values()) {
                iteration(playbook);
            }
            return new IterationPath(bundled.with(own), stated, Optional.empty());
        } catch (MigrationException | ComposeException e) {
            return new IterationPath(bundled, stated, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /**
     * Returns rules of a project where it is known which iterations there are, so that one that waits for another is a fault.
     *
     * @throws ComposeException if a playbook that they list cannot be used, with the place of the list
     */
    public static Rules knownBy(Rules rules, FileTree files, ComposeProject project, CatalogueAndPlaybooks bundled)
            throws ComposeException {
        if (!rules.waitForIterations() && rules.path().playbooks().isEmpty()) {
            return rules;
        }
        IterationPath path = of(files, project, bundled);
        if (path.fault().isPresent() && !rules.path().playbooks().isEmpty()) {
            throw new ComposeException(
                    rules.path().playbooks().getFirst().at(),
                    "a playbook of this list cannot be used: " + path.fault().get());
        }
        Set<String> ids = path.iterations().stream().map(Playbook::id).collect(Collectors.toSet());
        return rules.at(new Progress(ids, rules.progress().done()));
    }

    /**
     * Reads playbooks that nobody lists yet, as carefully as those that are carried out.
     *
     * @param texts text by the name of the file of each
     * @param beside others of the operator's own, which they may build on
     * @throws MigrationException if one cannot be used, with one sentence that names the place
     */
    public static List<Playbook> read(
            Map<String, String> texts, Map<String, Playbook> beside, CatalogueAndPlaybooks bundled)
            throws MigrationException {
        Map<String, Playbook> read = new LinkedHashMap<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            try {
                Playbook playbook = new PlaybookReader().read(text.getKey(), text.getValue());
                iteration(playbook);
                read.put(text.getKey(), playbook);
            } catch (PlaybookException e) {
                throw new MigrationException(String.valueOf(e.getMessage()), e);
            }
        }
        Map<String, Playbook> all = new LinkedHashMap<>(beside);
        all.putAll(read);
        bundled.with(all);
        return List.copyOf(read.values());
    }

    private static Iteration iteration(Playbook playbook) throws MigrationException {
        try {
            return new ScriptedIteration(playbook, BuiltInProposers.ALL);
        } catch (PlaybookException e) {
            throw new MigrationException(String.valueOf(e.getMessage()), e);
        }
    }

    CatalogueAndPlaybooks known() {
        return known;
    }

    /** Returns the iterations in order, those included that this version cannot carry out yet. */
    public List<Playbook> iterations() {
        return known.playbooks();
    }

    /** Returns why the operator's own are not among them. */
    public Optional<String> fault() {
        return fault;
    }

    /** Returns the ids of the iterations that the operator does not want. */
    public Set<String> skipped() {
        return iterations().stream()
                .filter(playbook -> stated.skips(playbook.id()) || stated.skips(playbook.name()))
                .map(Playbook::id)
                .collect(Collectors.toSet());
    }

    /**
     * Returns the playbook of an iteration.
     *
     * @throws MigrationException if there is none of that id or name, with those that there are
     */
    public Playbook playbook(String idOrName) throws MigrationException {
        return iterations().stream()
                .filter(candidate -> candidate.answersTo(idOrName))
                .findFirst()
                .orElseThrow(() -> new MigrationException(fault.orElseGet(() -> "There is no iteration '" + idOrName
                        + "'; known are "
                        + iterations().stream()
                                .map(p -> p.id() + " (" + p.name() + ")")
                                .collect(Collectors.joining(", "))
                        + ".")));
    }

    /**
     * Returns an iteration to walk through.
     *
     * @throws MigrationException if there is none, or this version cannot carry it out
     */
    Iteration iteration(String idOrName) throws MigrationException {
        if (idOrName.equals(RotateSecrets.ID)) {
            return new RotateSecrets();
        }
        if (idOrName.equals(SpanNetwork.ID)) {
            return new SpanNetwork();
        }
        Playbook playbook = playbook(idOrName);
        if (!playbook.available()) {
            throw new MigrationException("Iteration " + playbook.id() + " (" + playbook.title()
                    + ") cannot be carried out by this version of Bulkhead yet.");
        }
        return iteration(playbook);
    }
}
