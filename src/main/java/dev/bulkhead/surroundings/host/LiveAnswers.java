package dev.bulkhead.surroundings.host;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.engine.drift.Lack;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.surroundings.LiveFact;
import java.util.List;
import java.util.Optional;

/**
 * Answers of an engine about a project: all that commands and window judge it by beside its files.
 *
 * @param info who answered
 * @param state what it has
 * @param asked what it was asked about the project as its files are; empty while it was not asked that
 */
public record LiveAnswers(EngineInfo info, ObservedState state, Optional<Asked> asked) {

    /**
     * What an engine was asked about a project.
     *
     * @param project the project as its files were then
     * @param facts what it answered
     */
    public record Asked(ComposeProject project, DriftFacts facts) {}

    /**
     * Asks an engine.
     *
     * @throws EngineException if it does not answer
     */
    public static LiveAnswers ask(Engine engine, ComposeProject project) throws EngineException {
        ObservedState state = engine.observer().observe();
        EngineInfo info = engine.observer().info();
        return new LiveAnswers(
                info, state, Optional.of(new Asked(project, DriftFacts.ask(engine, project.request(), project))));
    }

    /** Returns how the engine is not what the files say; empty while it was not asked. */
    public List<Drift> differences() {
        return asked.map(about -> Drift.between(about.project().topology(), state, about.facts()))
                .orElse(List.of());
    }

    /** Returns what of this is worth a finding. */
    List<LiveFact> facts() {
        return asked.map(about -> LiveFacts.of(
                        about.project().topology(),
                        differences(),
                        Lack.of(
                                about.project().topology(),
                                about.project().activeProfiles(),
                                info,
                                state,
                                about.facts().images())))
                .orElse(List.of());
    }
}
