package dev.bulkhead.migrate.firewall;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.project.ProjectRules;
import dev.bulkhead.migrate.run.RunHistory;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.setting.FirewallBackend;
import dev.bulkhead.surroundings.host.EngineHost;
import dev.bulkhead.surroundings.host.HostRoutes;
import dev.bulkhead.surroundings.host.MachineFirewall;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Firewall of the engine's host: shown, installed, brought up to date as addresses change, and removed without a trace. The
 * kernel's own rules are the only record of it.
 */
public final class HostFirewall {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final MigrationContext context;
    private final Optional<FirewallBackend> wished;
    private final boolean logs;
    private final HostShell shell;

    /**
     * The firewall of a project.
     *
     * @param wished what the rules are written with; empty means as the engine's own are
     * @param logs whether the kernel's log is to tell of what is dropped; otherwise only an installation stops that
     */
    public HostFirewall(MigrationContext context, Optional<FirewallBackend> wished, boolean logs) {
        this.context = context;
        this.wished = wished;
        this.logs = logs;
        this.shell = new HostShell(context.files());
    }

    /**
     * Firewall as it would be installed.
     *
     * @param backend what the rules are written with
     * @param install lines that install it; none where no rule of the operator forbids anything
     * @param remove lines that remove it
     * @param standing sentence on what is installed
     */
    public record Shown(FirewallBackend backend, List<String> install, List<String> remove, String standing) {
        public Shown {
            install = List.copyOf(install);
            remove = List.copyOf(remove);
        }
    }

    /** What stands on the host. */
    private enum Standing {
        /** Nothing. */
        NOTHING,
        /** Other rules than those that follow from how things are now. */
        OLDER,
        /** Those very rules. */
        SAME
    }

    /** Returns what would be installed; changes nothing. */
    public Shown show() throws MigrationException, InterruptedException {
        FirewallScript script = lasting();
        String standing = !shell.mayChangeRules()
                ? "Whether it is installed only root on the engine's machine can see."
                : switch (standing(script)) {
                    case NOTHING -> "It is not installed.";
                    case OLDER ->
                        logs
                                ? "It is installed, but not as it would be now with a log; --install --log makes it so."
                                : "It is installed by how things were before; --refresh brings it up to date.";
                    case SAME -> "It is installed.";
                };
        return new Shown(
                script.backend(),
                script.rules().none() ? List.of() : script.install(),
                script.remove(),
                standing + (shell.mayChangeRules() ? unseen(script.rules()) : ""));
    }

    /**
     * Installs it, or brings it up to date.
     *
     * @return what came of it, as a sentence
     * @throws MigrationException if it cannot be; then the rules of before still stand
     */
    public String install() throws MigrationException, InterruptedException {
        requireRoot();
        FirewallScript script = script();
        requireHere();
        if (script.rules().none()) {
            throw new MigrationException(
                    "No rule of " + Rules.FILE + " forbids what packet rules could stop, so there is nothing to"
                            + " install; write one such as 'must-not: db -> internet' or 'only: api -> db', or allow-published below"
                            + " exposure.");
        }
        return install(script);
    }

    private String install(FirewallScript script) throws MigrationException, InterruptedException {
        requireProgram(script.backend());
        List<String> lines = new ArrayList<>(script.install());
        if (standing(script) == Standing.OLDER) {
            lines.addAll(script.leftovers());
        }
        HostShell.Result result = shell.run(lines);
        if (result.code() != 0 || standing(script) != Standing.SAME) {
            throw new MigrationException("The packet rules could not be installed: "
                    + (result.said().isEmpty() ? "they are not there afterwards" : result.said())
                    + "; --remove takes away what was.");
        }
        PacketRules followed = script.rules();
        int rules = followed.forwarded().size()
                + followed.entering().size()
                + followed.closed().size();
        return "Installed with " + word(script.backend()) + ": " + rules + (rules == 1 ? " rule" : " rules")
                + (script.logs() ? ", and the kernel's log tells of what they drop." : ".")
                + moving(followed)
                + unseen(followed);
    }

    /** What packet rules never see, though rules keep those apart who meet there. */
    private String unseen(PacketRules rules) {
        boolean shown = MachineFirewall.showsBridged(context.files(), false)
                && (!rules.six() || MachineFirewall.showsBridged(context.files(), true));
        return rules.unseen(shown);
    }

    private static String moving(PacketRules rules) {
        return rules.moving().isEmpty()
                ? ""
                : " By the addresses of now: " + String.join(", ", rules.moving())
                        + "; --refresh, or --follow all the time, keeps up with containers that are made anew.";
    }

    /**
     * Brings what is installed up to date with addresses and rules; where nothing is installed nothing is done.
     *
     * @return what came of it, as a sentence
     */
    public String refresh() throws MigrationException, InterruptedException {
        requireRoot();
        FirewallScript script = lasting();
        requireHere();
        return switch (standing(script)) {
            case NOTHING -> "Nothing is installed, so nothing was refreshed; --install does.";
            case SAME -> "It is up to date.";
            case OLDER -> script.rules().none() ? remove(script) : install(script);
        };
    }

    /**
     * Takes away everything that was installed, with either program.
     *
     * @return what came of it, as a sentence
     */
    public String remove() throws MigrationException, InterruptedException {
        requireRoot();
        return remove(script());
    }

    private String remove(FirewallScript now) throws MigrationException, InterruptedException {
        boolean any = false;
        for (FirewallBackend backend : FirewallBackend.values()) {
            FirewallScript script = new FirewallScript(backend, now.project(), now.rules(), now.logs());
            if (shell.has(program(backend)) && standing(script) != Standing.NOTHING) {
                HostShell.Result result = shell.run(script.remove());
                if (standing(script) != Standing.NOTHING) {
                    throw new MigrationException("The packet rules could not be removed: " + result.said() + ".");
                }
                any = true;
            }
        }
        return any ? "Removed." : "Nothing was installed.";
    }

    /**
     * Installs it and keeps it up to date, as the engine tells of containers and every half minute, until the thread is
     * interrupted. What keeps it from that is told, once, and tried again.
     */
    public void follow(Consumer<String> told) throws MigrationException, InterruptedException {
        requireRoot();
        requireHere();
        Semaphore changes = new Semaphore(1);
        String last = "";
        try (EngineObserver.Watch _ = context.engine().observer().watch(event -> changes.release())) {
            while (true) {
                changes.tryAcquire(LOOK_AGAIN.toSeconds(), TimeUnit.SECONDS);
                changes.drainPermits();
                String sentence;
                try {
                    FirewallScript script = script();
                    sentence = script.rules().none()
                            ? remove(script)
                            : standing(script) == Standing.SAME ? "" : install(script);
                } catch (MigrationException e) {
                    sentence = String.valueOf(e.getMessage());
                }
                if (!sentence.isEmpty() && !sentence.equals(last)) {
                    told.accept(sentence);
                }
                last = sentence;
            }
        }
    }

    private Standing standing(FirewallScript script) throws MigrationException, InterruptedException {
        HostShell.Result listed = shell.run(script.list());
        return listed.code() != 0
                ? Standing.NOTHING
                : listed.said().contains(script.mark()) ? Standing.SAME : Standing.OLDER;
    }

    private FirewallScript script() throws MigrationException, InterruptedException {
        try {
            ComposeProject project =
                    new ComposeLoader(context.files()).load(context.request()).requireSound();
            EngineInfo engine = context.engine().observer().info();
            FirewallScript script = new FirewallScript(
                    wished.or(() -> engine.firewall().flatMap(FirewallBackend::of))
                            .orElse(FirewallBackend.IPTABLES),
                    project.topology().project(),
                    PacketRules.of(
                            project.topology(),
                            ProjectRules.read(context.files(), project)
                                    .at(RunHistory.progress(context.state().path())),
                            context.engine().observer().observe()),
                    logs);
            return wished.isPresent() || !shell.mayChangeRules() ? script : standingOr(script);
        } catch (ComposeException | EngineException | IOException e) {
            throw new MigrationException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What stands already and logs goes on logging. */
    private FirewallScript lasting() throws MigrationException, InterruptedException {
        FirewallScript script = script();
        return shell.mayChangeRules()
                        && FirewallScript.logs(shell.run(script.list()).said())
                ? new FirewallScript(script.backend(), script.project(), script.rules(), true)
                : script;
    }

    /** What stands already goes on being written with what it was written with. */
    private FirewallScript standingOr(FirewallScript script) throws MigrationException, InterruptedException {
        for (FirewallBackend backend : FirewallBackend.values()) {
            FirewallScript other = new FirewallScript(backend, script.project(), script.rules(), logs);
            if (standing(other) != Standing.NOTHING) {
                return other;
            }
        }
        return script;
    }

    private void requireRoot() throws MigrationException {
        if (!shell.mayChangeRules()) {
            throw new MigrationException(
                    "Packet rules are changed by root alone; run the same with sudo on the machine of"
                            + " the engine, or copy the lines that it shows without an option.");
        }
    }

    private void requireHere() throws MigrationException {
        try {
            EngineInfo engine = context.engine().observer().info();
            if (!new EngineHost(new HostRoutes(context.files()))
                    .forwards(engine, context.engine().observer().observe())) {
                throw new MigrationException(
                        "The containers of engine " + engine.address() + " do not send through this"
                                + " machine's own network; run it where the engine runs, or copy the lines that it shows without an"
                                + " option.");
            }
        } catch (EngineException e) {
            throw new MigrationException(e.sentence(), e);
        }
    }

    private void requireProgram(FirewallBackend backend) throws MigrationException, InterruptedException {
        if (!shell.has(program(backend))) {
            throw new MigrationException("The program " + program(backend)
                    + " is not installed here; install it, or name the other with --with.");
        }
    }

    private static String program(FirewallBackend backend) {
        return switch (backend) {
            case IPTABLES -> "iptables";
            case NFTABLES -> "nft";
        };
    }

    private static String word(FirewallBackend backend) {
        return switch (backend) {
            case IPTABLES -> "iptables";
            case NFTABLES -> "nftables";
        };
    }
}
