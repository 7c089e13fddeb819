package dev.bulkhead.surroundings.host;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.proxy.ProxyFileReader;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.scrape.ScrapeFileReader;
import dev.bulkhead.scrape.ScrapeTarget;
import dev.bulkhead.surroundings.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Look at what is around a project, the one that commands and window share so that they cannot judge differently. */
public final class ProjectLook {

    private final EngineHost host;

    public ProjectLook(EngineHost host) {
        this.host = host;
    }

    /** Returns what is around a project as long as no engine was asked. */
    public static Surroundings unasked(ComposeProject project, FileTree files) {
        return Surroundings.unasked(assumed(project, files)).withScraped(scraped(project, files));
    }

    /** Returns what engine and host add to a project. */
    public Surroundings around(ComposeProject project, FileTree files, LiveAnswers answers) {
        return host.around(project.topology(), assumed(project, files), Optional.of(answers.info()), answers.state())
                .withLive(Stream.concat(
                                answers.facts().stream(),
                                host
                                        .taken(
                                                project.topology(),
                                                project.activeProfiles(),
                                                answers.info(),
                                                answers.state())
                                        .stream())
                        .toList())
                .withScraped(scraped(project, files));
    }

    /** Returns what an engine that no longer answers left behind: the ranges that it used. */
    public Surroundings gone(ComposeProject project, FileTree files, ObservedState last) {
        Optional<EngineInfo> nobody = Optional.empty();
        return host.around(project.topology(), assumed(project, files), nobody, last)
                .withScraped(scraped(project, files));
    }

    private static List<ScrapeTarget> scraped(ComposeProject project, FileTree files) {
        return new ScrapeFileReader(files).read(project).targets();
    }

    private static ReachOptions assumed(ComposeProject project, FileTree files) {
        return ReachOptions.defaults()
                .withProfiles(project.activeProfiles())
                .withProxyFiles(new ProxyFileReader(files).read(project));
    }
}
