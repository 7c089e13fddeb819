package dev.bulkhead.migrate.campaign;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.run.RunState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/**
 * One run with one mishap at one point, and the judgement: after going back all is as before, after going on all is as after
 * an undisturbed run, and where neither is done the program says so in a sentence and nothing of the operator's is lost. It
 * ends where it began, so that the next trial can use the same world.
 */
final class Trial {

    private static final List<Duration> CLOCKS = List.of(Duration.ofDays(-400), Duration.ofDays(4000));

    private final World world;
    private final Destination destination;
    private final Standing before;
    private final long seed;
    private final OperatorEdits edits;
    private final Judgement judgement;
    private final NewestRecords records;
    private final CutWrites writes;
    private boolean spent;

    /**
     * Prepares one.
     *
     * @param before how things stand before the run
     * @param end how they stand after an undisturbed one
     * @param seed decides what is left to chance
     */
    Trial(World world, Destination destination, Standing before, Standing end, long seed) {
        this.world = world;
        this.destination = destination;
        this.before = before;
        this.seed = seed;
        this.edits = new OperatorEdits(world);
        this.judgement = new Judgement(world, before, end, edits);
        this.records = new NewestRecords(world, seed);
        this.writes = new CutWrites(world, before);
    }

    /** Returns whether the world cannot be used again. */
    boolean spent() {
        return spent;
    }

    /** Carries it out. */
    Verdict carryOut(Point point, MishapKind kind) {
        try {
            Verdict verdict = tried(point, kind);
            if (verdict instanceof Verdict.Passed) {
                judgement.asBefore("in the end");
                if (world.migration().openRun().isPresent()) {
                    throw new Judgement.Wrong("a run is still open in the end");
                }
            }
            tidy();
            return verdict;
        } catch (Judgement.Wrong e) {
            spent = true;
            return new Verdict.Failed(String.valueOf(e.getMessage()));
        } catch (Exception e) {
            spent = true;
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace, true));
            return new Verdict.Failed("the program broke: " + trace);
        }
    }

    private Verdict tried(Point point, MishapKind kind) throws Exception {
        return switch (kind) {
            case KILLED_THEN_CONTINUED -> killed(point, judgement::onward);
            case KILLED_THEN_BACK -> killed(point, judgement::back);
            case KILLED_ON_THE_WAY_BACK -> killedOnTheWayBack(point);
            case REFUSED, DONE_BUT_REFUSED ->
                disturbed(point, () -> {
                    throw new EngineException(EngineException.Kind.REFUSED, "The engine refused this call.");
                });
            case ENGINE_GONE_THEN_CONTINUED -> engineGone(point, judgement::onward);
            case ENGINE_GONE_THEN_BACK -> engineGone(point, judgement::back);
            case NEVER_HEALTHY ->
                PointSubjects.services(point).isEmpty()
                        ? notApplicable()
                        : disturbed(point, () -> {
                            for (String service : PointSubjects.services(point)) {
                                by(() -> world.sick(service, true));
                            }
                        });
            case PORT_TAKEN, SUBNET_TAKEN, NAME_TAKEN -> taken(point, kind);
            case NETWORK_REMOVED -> removed(point, PointSubjects.network(point), world::removeNetwork);
            case CONTAINER_REMOVED ->
                removed(point, PointSubjects.services(point).stream().findFirst(), world::removeContainer);
            case RECORDS_DISK_FULL, PROJECT_DISK_FULL -> diskFull(point, kind);
            case FILE_EDITED -> disturbed(point, () -> by(edits::edit));
            case FILE_EDITED_IN_THE_SAME_PLACE -> disturbed(point, () -> by(edits::editInTheSamePlace));
            case CLOCK_MOVED -> disturbed(point, () -> world.moveClock(CLOCKS.get(Math.floorMod(seed, CLOCKS.size()))));
            case DIRECTORY_MOVED ->
                killed(point, () -> {
                    spent = true;
                    world.moveDirectory(world.directory().resolveSibling("moved-" + Math.floorMod(seed, 1000)));
                    if (seed % 2 == 0) {
                        judgement.onward();
                    } else {
                        judgement.back();
                    }
                });
            case RECORDS_DAMAGED ->
                killed(point, () -> {
                    records.damage();
                    judgement.back();
                });
        };
    }

    private static Verdict notApplicable() {
        return new Verdict.NotTried("there is nothing of that kind at this point");
    }

    /** What befalls the world. */
    private interface Deed {
        void happen() throws Exception;
    }

    private static void by(Deed deed) {
        try {
            deed.happen();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The mishap itself could not be made", e);
        }
    }

    /** Takes something away by hand; returns whether it was there. */
    private interface Removal {
        boolean of(String name) throws EngineException;
    }

    private Verdict removed(Point point, Optional<String> name, Removal removal) throws Exception {
        return name.isEmpty() ? notApplicable() : disturbedIf(point, () -> removal.of(name.get()));
    }

    private Verdict taken(Point point, MishapKind kind) throws Exception {
        boolean port = kind == MishapKind.PORT_TAKEN
                && !(point.step().map(PlanStep::operation).orElseThrow() instanceof Operation.ProbeClosed);
        return port && !publishes(PointSubjects.services(point))
                ? notApplicable()
                : disturbedIf(point, () -> take(point, kind));
    }

    private boolean publishes(List<String> services) throws EngineException {
        return world.observed().containers().stream()
                .anyMatch(container -> !container.ports().isEmpty()
                        && container.service().filter(services::contains).isPresent());
    }

    /** Lets something happen if there is something that it can happen to; otherwise nothing was tried. */
    private Verdict disturbedIf(Point point, Callable<Boolean> deed) throws Exception {
        List<Boolean> was = new ArrayList<>();
        Verdict verdict = disturbed(point, () -> by(() -> was.add(deed.call())));
        return was.contains(false) ? notApplicable() : verdict;
    }

    private boolean take(Point point, MishapKind kind) throws Exception {
        Operation operation = point.step().map(PlanStep::operation).orElseThrow();
        if (operation instanceof Operation.CreateNetwork(var network)) {
            if (kind == MishapKind.SUBNET_TAKEN) {
                return world.takeSubnet(network);
            }
            world.takeNetworkName(network);
            return true;
        }
        if (operation instanceof Operation.ProbeClosed closed) {
            world.occupy(closed.port());
            return true;
        }
        for (String service : PointSubjects.services(point)) {
            boolean taken = kind == MishapKind.PORT_TAKEN
                    ? world.takePorts(service)
                    : world.takeContainerName(service, Harbour.IMAGES.getFirst());
            if (taken) {
                return true;
            }
        }
        return false;
    }

    private Verdict diskFull(Point point, MishapKind kind) throws Exception {
        if (!world.ownDisks()) {
            return new Verdict.NotTried("no disk of its own can be mounted here");
        }
        Verdict verdict = disturbed(point, () -> by(() -> world.fill(kind == MishapKind.RECORDS_DISK_FULL)));
        world.noDisks();
        return verdict;
    }

    /** Lets something happen during a run, and judges how the run ends. */
    private Verdict disturbed(Point point, Occasions.Act act) throws Exception {
        world.occasions().arrange(Optional.of(point), act);
        Judgement.Ending ending = apply();
        boolean happened = world.occasions().happened();
        world.occasions().nothing();
        release();
        judgement.settle(ending);
        return happened ? new Verdict.Passed() : new Verdict.NotTried("the point was not reached");
    }

    private Judgement.Ending apply() throws Exception {
        try {
            return new Judgement.Ending.Ended(
                    destination.session(world.migration()).apply(world.occasions()));
        } catch (MigrationException e) {
            return new Judgement.Ending.Refused(String.valueOf(e.getMessage()));
        }
    }

    private void release() throws Exception {
        for (String service : new TreeSet<>(world.observed().containers().stream()
                .flatMap(c -> c.service().stream())
                .toList())) {
            world.sick(service, false);
        }
        world.release();
    }

    private Verdict engineGone(Point point, Deed then) throws Exception {
        world.occasions().arrange(Optional.of(point), () -> by(world::engineAway));
        Judgement.Ending ending = apply();
        boolean happened = world.occasions().happened();
        world.occasions().nothing();
        Judgement.sentence(ending);
        world.engineBack();
        if (!happened) {
            judgement.settle(ending);
            return new Verdict.NotTried("the point was not reached");
        }
        then.happen();
        return new Verdict.Passed();
    }

    private Verdict killed(Point point, Deed then) throws Exception {
        if (!world.kill(destination, point)) {
            goneOr(before);
            return new Verdict.NotTried("the point was not reached");
        }
        if (point.moment() == Moment.AFTER) {
            records.forgetLastLine();
        }
        if (point.write().isPresent() && !writes.cut(point, point.write().get())) {
            goneOr(before);
            return new Verdict.NotTried("there are not so many writes");
        }
        then.happen();
        return new Verdict.Passed();
    }

    private void goneOr(Standing wanted) throws Exception {
        judgement.back();
        if (!wanted.differencesTo(world.standing()).isEmpty()) {
            spent = true;
        }
    }

    private Verdict killedOnTheWayBack(Point point) throws Exception {
        world.occasions().nothing();
        if (!(apply() instanceof Judgement.Ending.Ended(var outcome)) || outcome.state() != RunState.SUCCEEDED) {
            throw new Judgement.Wrong("an undisturbed run did not succeed");
        }
        String restorePoint = world.migration().restorePoints().getFirst().id();
        boolean killed = world.killOnTheWayBack(restorePoint, point);
        boolean there = killed
                && (point.write().isEmpty() || writes.cut(point, point.write().get()));
        judgement.back();
        return there ? new Verdict.Passed() : new Verdict.NotTried("the point was not reached");
    }

    /** Takes the operator's own edits away, so that the next trial begins where this one did. */
    private void tidy() throws Exception {
        world.moveClock(Duration.ZERO);
        if (edits.made()) {
            edits.undo();
            if (!before.differencesTo(world.standing()).isEmpty()) {
                spent = true;
            }
        }
    }
}
