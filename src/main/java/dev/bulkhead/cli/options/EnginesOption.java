package dev.bulkhead.cli.options;

import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.MaskedEngine;
import dev.bulkhead.engine.hosts.HostEngine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Option that names the engines a command is about: one, as for all commands, or those of several hosts. */
public final class EnginesOption {

    @Option(
            names = "--engine",
            paramLabel = "URL|NAME",
            description =
                    "The engine (unix, tcp or ssh), a name of hosts: in bulkhead.yml, or 'practice' for the built-in"
                            + " one; otherwise DOCKER_HOST, then the current docker context. May be repeated where a command is about"
                            + " several hosts.")
    private List<String> words = List.of();

    /** Returns whether several are named. */
    public boolean several() {
        return words.size() > 1;
    }

    /** Returns whether any is named. */
    public boolean named() {
        return !words.isEmpty();
    }

    /** Returns the first one that is named, as it is written. */
    Optional<String> first() {
        return words.stream().findFirst();
    }

    /**
     * Connects to all of them for a change that is made on them together. What it writes down names the hosts, so each has to have a
     * name that stays; their order is that of the operator's list, whatever the order here.
     */
    OpenHosts openNamed(CliContext context, ComposeProject project)
            throws EngineException, ComposeException, UsageException {
        StatedHosts stated = StatedHosts.of(context, project);
        for (String word : words) {
            if (stated.name(stated.address(word)).contains("://") || word.equals(EngineInfo.PRACTICE)) {
                throw new UsageException("A change on several hosts names them in its records; give the engine " + word
                        + " a name below hosts: in bulkhead.yml.");
            }
        }
        words = stated.inOrder(words);
        return open(context, project);
    }

    /** Returns whether one is named, and it is the practice engine. */
    public boolean practice() {
        return words.equals(List.of(EngineInfo.PRACTICE));
    }

    /** Connects to the one engine for a project, whose secrets the engine does not repeat. */
    public Engine connect(CliContext context, ComposeProject project) throws EngineException, ComposeException {
        return MaskedEngine.of(
                context.engines().connect(one(StatedHosts.of(context, project)), Optional.of(project)),
                project.secrets());
    }

    /** Connects to the one engine without a project; then the practice engine plays a sample. */
    public Engine connect(CliContext context) throws EngineException {
        return context.engines().connect(words.stream().findFirst(), Optional.empty());
    }

    private Optional<String> one(StatedHosts hosts) throws ComposeException {
        return words.isEmpty() ? Optional.empty() : Optional.of(hosts.address(words.getFirst()));
    }

    /** Connects to all of them for a project, whose secrets no engine repeats. */
    public OpenHosts open(CliContext context, ComposeProject project)
            throws EngineException, ComposeException, UsageException {
        return open(context, StatedHosts.of(context, project), Optional.of(project));
    }

    /** Connects to all of them without a project. */
    public OpenHosts open(CliContext context) throws EngineException, ComposeException, UsageException {
        return open(context, StatedHosts.NONE, Optional.empty());
    }

    private OpenHosts open(CliContext context, StatedHosts stated, Optional<ComposeProject> project)
            throws EngineException, ComposeException, UsageException {
        Set<String> addresses = new LinkedHashSet<>();
        for (String word : words) {
            if (!addresses.add(stated.address(word))) {
                throw new UsageException("--engine " + word + " names an engine that is named before; name each once.");
            }
        }
        List<HostEngine> open = new ArrayList<>();
        try {
            for (String address : addresses) {
                Engine engine = context.engines().connect(Optional.of(address), project);
                open.add(new HostEngine(
                        stated.name(address),
                        project.isPresent()
                                ? MaskedEngine.of(engine, project.get().secrets())
                                : engine));
            }
        } catch (EngineException unusable) {
            open.forEach(host -> host.engine().close());
            throw unusable;
        }
        return new OpenHosts(context, open);
    }
}
