package dev.bulkhead.migrate.iteration.evidence;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.proxy.ProxyFileReader;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.scrape.ScrapeFileReader;
import dev.bulkhead.scrape.Scrapes;

/**
 * Files of services' own that tell who calls whom.
 *
 * @param proxies files that reverse proxies are told routes by
 * @param scrapes what collectors are told to fetch
 */
public record SettingsFiles(ProxyFiles proxies, Scrapes scrapes) {

    /** None was read. */
    public static final SettingsFiles NONE = new SettingsFiles(ProxyFiles.NONE, Scrapes.NONE);

    /** Returns those of a project, as far as they can be read. */
    public static SettingsFiles read(ComposeProject project, FileTree files) {
        return new SettingsFiles(new ProxyFileReader(files).read(project), new ScrapeFileReader(files).read(project));
    }
}
