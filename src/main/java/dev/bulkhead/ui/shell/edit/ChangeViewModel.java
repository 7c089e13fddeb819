package dev.bulkhead.ui.shell.edit;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.baseline.Fingerprint;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.reach.rules.RuleViolation;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.live.EngineStatus;
import dev.bulkhead.ui.model.ProjectViewModel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;

/** Edits of the window with where they stand: not saved, saved, applied. */
public final class ChangeViewModel {

    /** Names of the findings that say that something the operator demanded does not hold. */
    private static final Set<String> BREACHES = EnumSet.of(
                    RuleViolation.Kind.MUST,
                    RuleViolation.Kind.MUST_NOT,
                    RuleViolation.Kind.ONLY,
                    RuleViolation.Kind.EXPOSURE)
            .stream()
            .map(RuleViolation.Kind::id)
            .collect(Collectors.toUnmodifiableSet());

    private final ProjectViewModel project;
    private final ObservableValue<EngineStatus> engine;
    private final ReadOnlyObjectWrapper<ChangeState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new ChangeState.None());
    /** What the files on disk have of errors and broken rules, whatever lines they stand on. */
    private Set<String> known = Set.of();
    /** The project as its files on disk say. */
    private Topology saved;
    /** Whether something was saved here that has not been applied. */
    private boolean waiting;
    /** Whether the edits change a file that the engine's containers and networks are made from. */
    private boolean concerned;

    /** Follows the edits of a project, and whether an engine answers. */
    public ChangeViewModel(ProjectViewModel project, ObservableValue<EngineStatus> engine) {
        this.project = project;
        this.engine = engine;
        this.saved = project.topologyProperty().get();
        project.changes().addListener((ListChangeListener<TextChange>) change -> tell());
        project.topologyProperty().addListener((property, old, now) -> tell());
        project.undoTitleProperty().addListener((property, old, now) -> tell());
        project.findings().addListener((ListChangeListener<Finding>) change -> {
            if (project.changes().isEmpty()) {
                known = fingerprints();
            }
            tell();
        });
        engine.addListener((property, old, now) -> tell());
        known = fingerprints();
        tell();
    }

    /** Where the edits stand. */
    public ReadOnlyObjectProperty<ChangeState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Hears that the edits are on disk. */
    public void saved() {
        waiting |= concerned;
        tell();
    }

    /** Hears that the engine is what the files say, or that the operator does not want to be told. */
    public void settled() {
        waiting = false;
        tell();
    }

    private void tell() {
        if (project.changes().isEmpty()) {
            saved = project.topologyProperty().get();
            state.set(waiting ? new ChangeState.Saved(answering()) : new ChangeState.None());
        } else {
            concerned =
                    project.changes().stream().anyMatch(change -> !change.name().equals(Rules.FILE));
            state.set(new ChangeState.Edited(
                    project.changes().stream().map(TextChange::name).toList(),
                    trouble(),
                    NameChanges.between(saved, project.topologyProperty().get()),
                    concerned || waiting ? answering() : EngineStanding.UNCONCERNED,
                    project.undoTitleProperty().get()));
        }
    }

    private EngineStanding answering() {
        return engine.getValue() instanceof EngineStatus.Connected ? EngineStanding.BEHIND : EngineStanding.UNKNOWN;
    }

    private ChangeState.Trouble trouble() {
        List<Finding> fresh = project.findings().stream()
                .filter(ChangeViewModel::bad)
                .filter(finding -> !known.contains(Fingerprint.of(finding)))
                .toList();
        return new ChangeState.Trouble(
                fresh.stream().filter(ChangeViewModel::breach).toList(),
                fresh.stream().filter(Predicate.not(ChangeViewModel::breach)).toList());
    }

    private Set<String> fingerprints() {
        return project.findings().stream()
                .filter(ChangeViewModel::bad)
                .map(Fingerprint::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean bad(Finding finding) {
        return finding.severity() == Severity.ERROR || breach(finding);
    }

    private static boolean breach(Finding finding) {
        return BREACHES.contains(finding.rule());
    }
}
