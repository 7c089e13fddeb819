package dev.bulkhead.ui.reach;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.workspace.RulesFile;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a project's own rules file and profiles say about who reaches whom. */
public final class RulesReachOptions implements Function<ComposeProject, ReachOptions> {

    private static final Logger LOG = LoggerFactory.getLogger(RulesReachOptions.class);

    private final FileTree files;

    /** Reads rules from files. */
    public RulesReachOptions(FileTree files) {
        this.files = files;
    }

    @Override
    public ReachOptions apply(ComposeProject project) {
        ReachOptions options = ReachOptions.defaults().withProfiles(project.activeProfiles());
        try {
            return RulesFile.read(files, project, Optional.empty()).applyTo(options);
        } catch (ComposeException unreadable) {
            // The list of problems says so; without rules the host counts as not public.
            LOG.warn("{}", unreadable.getMessage());
            return options;
        }
    }
}
