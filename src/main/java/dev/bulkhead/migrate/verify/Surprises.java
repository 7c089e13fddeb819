package dev.bulkhead.migrate.verify;

import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.SamePlace;
import dev.bulkhead.topology.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Surprises of a run, which it would bring about besides what it was asked for: containers of another directory or of
 * other files that it would take over, and changes of files and images that it would deploy. Each blocks the run until
 * it is settled or accepted by its name. What was attached by hand, which the plan keeps, is told and blocks nothing.
 */
public final class Surprises {

    /** Accepts that containers were made from another directory. */
    public static final String DIRECTORY = "directory";

    /** Accepts that containers were made from files that are not read now. */
    public static final String FILES = "files";

    /** Begins the name that accepts the pending changes of a service. */
    public static final String PENDING = "pending:";

    /** Begins the name of a membership that somebody made by hand: service, slash, network. */
    private static final String ATTACHED = "attached:";

    private final ComposeProject project;
    private final ObservedState state;
    private final Set<String> recreated;
    private final List<PreflightItem> items = new ArrayList<>();

    private Surprises(ComposeProject project, ObservedState state, Set<String> recreated) {
        this.project = project;
        this.state = state;
        this.recreated = recreated;
    }

    /**
     * Finds them.
     *
     * @param recreated services that the run makes anew; what waits in others stays as it is
     */
    public static List<PreflightItem> find(
            ComposeProject project, ObservedState state, DriftFacts facts, Set<String> recreated) {
        Surprises surprises = new Surprises(project, state, recreated);
        Drift.between(project.topology(), state, facts).forEach(surprises::take);
        surprises.unreadFiles();
        return surprises.items;
    }

    private void take(Drift drift) {
        switch (drift) {
            case Drift.DirectoryDiffers other ->
                add(
                        DIRECTORY,
                        "The project's containers were made from this directory",
                        "Containers of project " + project.topology().project() + " were made from " + other.found()
                                + (Files.isDirectory(Path.of(other.found())) ? "" : " (which is gone)")
                                + ", and this is " + project.directory() + ".",
                        "Work there, or give this copy another project name; if the project has moved here, accept it by"
                                + " name: --accept " + DIRECTORY + ".");
            case Drift.SettingsDiffer pending
            when recreated.contains(pending.service()) -> pending(pending.service(), pending.sentence());
            case Drift.ImageMoved pending
            when recreated.contains(pending.service()) -> pending(pending.service(), pending.sentence());
            case Drift.MembershipExtra attached when recreated.contains(attached.service()) -> attached(attached);
            // what the engine has otherwise is not of the run's making
            case Drift.FilesDiffer _,
                    Drift.SettingsDiffer _,
                    Drift.ImageMoved _,
                    Drift.ContainerMissing _,
                    Drift.ContainerExtra _,
                    Drift.ContainerStopped _,
                    Drift.ImageDiffers _,
                    Drift.NamespaceLost _,
                    Drift.NamespaceCut _,
                    Drift.NameShared _,
                    Drift.ContainerNameTaken _,
                    Drift.NetworkRefused _,
                    Drift.MembershipMissing _,
                    Drift.MembershipExtra _,
                    Drift.AliasesLost _,
                    Drift.AddressDiffers _,
                    Drift.NetworkMissing _,
                    Drift.NetworkExtra _,
                    Drift.NetworkDiffers _,
                    Drift.ForeignContainer _,
                    Drift.NotCompared _,
                    Drift.NetworkUnmanaged _ -> {}
        }
    }

    /** The plan attaches it again; whoever else makes the container anew loses it (Dokploy/dokploy#3313). */
    private void attached(Drift.MembershipExtra attached) {
        Optional<String> key = project.topology().networks().values().stream()
                .filter(network -> network.name().equals(attached.network()))
                .map(Network::key)
                .findFirst();
        items.add(new PreflightItem(
                ATTACHED + attached.service() + "/" + attached.network(),
                "What was attached by hand is in the files",
                CheckStatus.WARNING,
                attached.sentence()
                        + " The run makes the container anew and keeps to its plan for that network; a later"
                        + " docker compose up knows nothing of it and loses it.",
                Optional.of("Say it in the files: bulkhead edit PATH"
                        + (key.isPresent() ? "" : " --add-network " + attached.network() + ",external") + " --attach "
                        + attached.service() + "=" + key.orElse(attached.network()) + " --write.")));
    }

    private void pending(String service, String sentence) {
        add(
                PENDING + service,
                "Nothing but the run's own changes is deployed",
                sentence + " The run would deploy that with its own changes.",
                "Deploy it first (docker compose up -d " + service + "), or accept it by name: --accept " + PENDING
                        + service + ".");
    }

    private void unreadFiles() {
        Set<String> unread = new TreeSet<>();
        for (ObservedContainer container : state.containers()) {
            boolean ours =
                    container.project().equals(Optional.of(project.topology().project()))
                            && container
                                    .workingDirectory()
                                    .filter(directory -> SamePlace.of(directory, project.directory()))
                                    .isPresent();
            if (ours) {
                container.configFiles().stream().filter(file -> !read(file)).forEach(unread::add);
            }
        }
        if (!unread.isEmpty()) {
            add(
                    FILES,
                    "The project's containers were made from these files",
                    "Containers of project " + project.topology().project() + " were made from "
                            + String.join(", ", unread) + " as well, which this run does not read.",
                    "Name every file with -f, as docker compose was given them, or accept it by name: --accept " + FILES
                            + ".");
        }
    }

    private boolean read(String file) {
        return project.files().stream().map(ComposeFile::path).anyMatch(known -> SamePlace.of(file, known));
    }

    private void add(String id, String title, String seen, String fix) {
        if (items.stream().noneMatch(item -> item.id().equals(id))) {
            items.add(new PreflightItem(id, title, CheckStatus.FAILED, seen, Optional.of(fix), true));
        }
    }
}
