package dev.bulkhead.cli.output.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostFoldersTest {

    @Test
    void a_folder_is_called_as_the_address_is() {
        HostFolders folders = new HostFolders(List.of("unix:///var/run/docker.sock", "ssh://admin@atlas", "boreas"));

        assertThat(List.of(
                        folders.of("unix:///var/run/docker.sock"),
                        folders.of("ssh://admin@atlas"),
                        folders.of("boreas")))
                .containsExactly("var-run-docker.sock", "admin-atlas", "boreas");
        assertThat(folders.told()).isEmpty();
    }

    @Test
    void addresses_that_give_one_name_come_into_folders_of_their_own_and_that_is_said() {
        HostFolders folders = new HostFolders(List.of("unix:///a/b", "ssh://a-b", "tcp://A:b"));

        assertThat(List.of(folders.of("unix:///a/b"), folders.of("ssh://a-b"), folders.of("tcp://A:b")))
                .containsExactly("a-b", "a-b-2", "A-b-3");
        assertThat(folders.told())
                .containsExactly(
                        "Hosts unix:///a/b and ssh://a-b would both come into folder a-b; what ssh://a-b runs comes into a-b-2.",
                        "Hosts unix:///a/b and tcp://A:b would both come into folder A-b; what tcp://A:b runs comes into A-b-3.");
    }

    @Test
    void a_name_of_its_own_is_not_one_that_another_host_has_anyway() {
        HostFolders folders = new HostFolders(List.of("unix:///a/b", "ssh://a-b", "a-b-2"));

        assertThat(List.of(folders.of("unix:///a/b"), folders.of("ssh://a-b"), folders.of("a-b-2")))
                .containsExactly("a-b", "a-b-3", "a-b-2");
    }
}
