package dev.bulkhead.ui.hosts;

import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.theme.Banner;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.words.Words;
import java.time.ZoneId;

/** Banner that names the hosts that do not answer while others do. */
public final class HostsBanner extends Banner {

    /** Creates the banner of the hosts that a window watches; times are told in the given zone. */
    public HostsBanner(EngineViewModel engine, ProjectViewModel project, ZoneId zone) {
        super("hosts-banner", "bh-warning", Glyph.ENGINE_GONE);
        offer("hosts-retry", Words.of("hostsbanner.retry-now"), engine::retry);
        engine.hostsProperty()
                .subscribe(seen ->
                        say(HostsWords.silent(seen, project.topologyProperty().get(), zone)));
    }
}
