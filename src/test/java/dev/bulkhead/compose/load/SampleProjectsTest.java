package dev.bulkhead.compose.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.NetworkMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleProjectsTest {

    private static ComposeProject open(String sample) throws ComposeException {
        return new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(SampleFiles.original(sample)));
    }

    @ParameterizedTest
    @ValueSource(strings = {SampleFiles.MEDIASERVER, SampleFiles.HYDRA, SampleFiles.MEDIANEST})
    void opensWithoutFaultsAndWarnings(String sample) throws ComposeException {
        ComposeProject project = open(sample).requireSound();
        assertThat(project.warnings()).isEmpty();
        assertThat(project.topology().project()).isEqualTo(sample);
    }

    @Test
    void readsTheMediaServerFromTheFilesItIncludes() throws ComposeException {
        ComposeProject project = open(SampleFiles.MEDIASERVER);
        assertThat(project.topology().services()).hasSize(19);
        assertThat(project.topology().service("qbittorrent").orElseThrow().networkMode())
                .isEqualTo(new NetworkMode.OfService("gluetun"));
        assertThat(project.topology().service("fail2ban").orElseThrow().networkMode())
                .isEqualTo(new NetworkMode.Host());
        assertThat(project.mainFiles()).isEqualTo(1);
        assertThat(project.files().getFirst().name()).isEqualTo("docker-compose.yml");
        assertThat(project.sources()
                        .at(Element.service("jellyfin"))
                        .orElseThrow()
                        .file())
                .isEqualTo("jellyfin/docker-compose.yml");
    }
}
