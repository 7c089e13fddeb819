package dev.bulkhead.ui.shell;

import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.surroundings.host.LiveAnswers;
import dev.bulkhead.surroundings.host.OutsideContainers;
import dev.bulkhead.ui.drift.DriftViewModel;
import dev.bulkhead.ui.live.EngineStatus;
import dev.bulkhead.ui.live.SeenHosts;
import dev.bulkhead.ui.reach.ReachViewModel;
import dev.bulkhead.ui.shell.context.ShellContext;
import java.util.List;
import java.util.Optional;

/**
 * Feed of what is judged: findings and reach are worked out anew when an engine tells something that decides them, and not
 * with each of its events.
 */
final class JudgementFeed {

    private final ShellContext context;
    private final DriftViewModel drift;
    private final ReachViewModel reach;
    private Told told = Told.NOTHING;

    /** What an engine told that decides findings or reach. */
    private record Told(
            Optional<EngineInfo> info,
            List<ObservedNetwork> networks,
            List<NamedOutsider> outsiders,
            Optional<LiveAnswers.Asked> asked,
            List<Drift> differences,
            SeenHosts.Deciding hosts) {

        static final Told NOTHING = new Told(
                Optional.empty(), List.of(), List.of(), Optional.empty(), List.of(), SeenHosts.NONE.deciding(""));

        boolean decidesReachAs(Told other) {
            return info.equals(other.info)
                    && networks.equals(other.networks)
                    && outsiders.equals(other.outsiders)
                    && hosts.equals(other.hosts);
        }
    }

    JudgementFeed(ShellContext context, DriftViewModel drift, ReachViewModel reach) {
        this.context = context;
        this.drift = drift;
        this.reach = reach;
    }

    /** Begins to feed. */
    void connect() {
        context.engine().hostsProperty().addListener((property, old, now) -> look());
        context.engine().stateProperty().addListener((property, old, now) -> look());
        context.engine().statusProperty().addListener((property, old, now) -> look());
        drift.askedProperty().addListener((property, old, now) -> look());
        drift.differencesProperty().addListener((property, old, now) -> look());
    }

    /** Works out anew what is judged. */
    void again() {
        context.project().recheck();
        reach.refresh();
    }

    private void look() {
        // In a moment it is known who answers, and everything would be judged twice.
        if (context.engine().statusProperty().get() instanceof EngineStatus.Connecting) {
            return;
        }
        Optional<LiveAnswers.Asked> asked = drift.askedProperty().get();
        context.around().told(asked);
        Optional<LiveAnswers> answers = context.around().answers();
        ObservedState state = context.engine().stateProperty().get();
        Told now = new Told(
                answers.map(LiveAnswers::info),
                state.networks(),
                answers.map(known -> OutsideContainers.of(
                                context.project().topologyProperty().get(), known.state()))
                        .orElse(List.of()),
                asked,
                drift.differencesProperty().get().all(),
                context.engine()
                        .hostsProperty()
                        .get()
                        .deciding(context.project().topologyProperty().get().project()));
        Told before = told;
        told = now;
        if (!now.equals(before)) {
            context.project().recheck();
        }
        if (!now.decidesReachAs(before)) {
            reach.refresh();
        }
    }
}
