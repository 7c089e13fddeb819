package dev.bulkhead.migrate.campaign;

import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.playbook.PasswordHash;
import dev.bulkhead.migrate.run.RunState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a run of the campaign leads. */
enum Destination {
    /** Iteration 1, attached as services run where they can be. */
    FOUNDATION("iteration 1", Optional.of("1")),
    /** Iteration 1, every service made anew. */
    RECREATION("iteration 1, recreating", Optional.of("1")),
    PORTS("iteration 2", Optional.of("2")),
    CERTIFICATES("iteration 3", Optional.of("3")),
    AUTHENTICATION("iteration 4", Optional.of("4")),
    SECRETS("iteration 5", Optional.of("5")),
    /** Another value in files that hold a secret each. */
    ROTATION("rotation", Optional.of("rotate")),
    MONITORING("iteration 6", Optional.of("6")),
    HARDENING("iteration 7", Optional.of("7")),
    RETIREMENT("iteration 8", Optional.of("8")),
    /** The operator's own edits. */
    FILES("ad hoc", Optional.empty());

    /** Its hash takes a while, and each run is to write the same. */
    private static final String PASSWORD =
            PasswordHash.of("a long and quiet voyage".toCharArray()).text();

    /** What the operator gives to a rotation. */
    static final String GIVEN = "given-Wiki-App-Key-84";

    private final String words;
    private final Optional<String> iteration;

    Destination(String words, Optional<String> iteration) {
        this.words = words;
        this.iteration = iteration;
    }

    String words() {
        return words;
    }

    /** Returns the one that a word on the command line names. */
    static Destination named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Returns the words of {@code apply} that lead there. */
    List<String> command() {
        return iteration.map(id -> List.of("--iteration", id)).orElseGet(List::of);
    }

    /** Returns how few attempts a sample tries: so many are passed over for each. Where a run is long there are more of them. */
    int every() {
        return switch (this) {
            case FOUNDATION, RECREATION, PORTS, RETIREMENT, FILES -> 149;
            case SECRETS, ROTATION -> 127;
            case CERTIFICATES, AUTHENTICATION, MONITORING, HARDENING -> 499;
        };
    }

    /** Brings a project to where the run begins. */
    void prepare(World world) throws Exception {
        switch (this) {
            case FOUNDATION, RECREATION -> {}
            case PORTS -> require(foundation(world, "recreate"));
            case CERTIFICATES -> {
                require(foundation(world, "recreate"));
                require(carryOut(world, PORTS));
            }
            case AUTHENTICATION -> {
                Harbour.nameByTwoWords(world.directory());
                require(world.migration().filesAsTheyAre().apply(event -> {}));
                CERTIFICATES.prepare(world);
                require(carryOut(world, CERTIFICATES));
            }
            case SECRETS -> {
                Harbour.addSecrets(world.directory());
                require(world.migration().filesAsTheyAre().apply(event -> {}));
            }
            case ROTATION -> {
                SECRETS.prepare(world);
                require(carryOut(world, SECRETS));
            }
            case MONITORING, HARDENING -> require(foundation(world, "recreate"));
            case RETIREMENT -> {
                require(world.migration().session("1").apply(event -> {}));
                require(world.migration().filesAsTheyAre().apply(event -> {}));
            }
            case FILES -> Harbour.edit(world.directory());
        }
    }

    private static RunOutcome carryOut(World world, Destination first) throws Exception {
        return first.session(world.migration()).apply(event -> {});
    }

    private static RunOutcome foundation(World world, String how) throws Exception {
        MigrationSession session = world.migration().session("1");
        session.answer(session.answers().withValue("apply", how));
        return session.apply(event -> {});
    }

    private static void require(RunOutcome outcome) {
        if (outcome.state() != RunState.SUCCEEDED) {
            throw new IllegalStateException("The run before the campaign's own ended otherwise: " + outcome.sentence());
        }
    }

    /** Gives what the operator is asked for. */
    static void give(RunControl control) {
        control.give("wiki_app_key", GIVEN);
    }

    /** Returns the session of the run. */
    MigrationSession session(Migration migration) throws Exception {
        if (iteration.isEmpty()) {
            return migration.filesAsTheyAre();
        }
        MigrationSession session = migration.session(iteration.get());
        switch (this) {
            case RECREATION -> session.answer(session.answers().withValue("apply", "recreate"));
            case AUTHENTICATION -> session.answer(session.answers().withValue("password", PASSWORD));
            case ROTATION -> {
                session.answer(session.answers().withValue("rotate.wiki_app_key", "given"));
                give(session.control());
            }
            case FOUNDATION, PORTS, CERTIFICATES, SECRETS, MONITORING, HARDENING, RETIREMENT, FILES -> {}
        }
        return session;
    }
}
