package dev.bulkhead.migrate.iteration.evidence;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.mount.MountedFiles;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Web servers of a project that only serve files or run the pages of one application: the image of nginx is used as such as
 * often as for a reverse proxy, and only its settings tell which.
 */
final class WebServers {

    /** Images whose own settings, as long as nothing is mounted over them, serve files. */
    private static final Pattern IMAGE =
            Pattern.compile("((docker\\.io/)?(library/)?nginx|(docker\\.io/)?nginxinc/nginx-unprivileged)([:@].*)?");

    private static final String SETTINGS = "/etc/nginx";

    /** https://nginx.org/en/docs/http/ngx_http_proxy_module.html, ngx_http_grpc_module, ngx_stream_proxy_module. */
    private static final Pattern HANDS_ON = Pattern.compile("(?m)^[^#\\n]*\\b(proxy|grpc)_pass\\s");

    private static final int MOST_FILES = 200;

    private final ComposeProject project;
    private final FileTree files;

    WebServers(ComposeProject project, FileTree files) {
        this.project = project;
        this.files = files;
    }

    /** Returns the services that hand nothing on; one whose settings cannot all be read is not among them. */
    Set<String> onlyServing() {
        Set<String> found = new TreeSet<>();
        for (Service service : project.topology().services().values()) {
            boolean known = service.container()
                    .image()
                    .filter(image -> IMAGE.matcher(image).matches())
                    .isPresent();
            if (known && servesOnly(service)) {
                found.add(service.key());
            }
        }
        return found;
    }

    private boolean servesOnly(Service service) {
        MountedFiles.Found settings = new MountedFiles(
                        files, service.container().hostAccess().mounts(), MOST_FILES)
                .find(SETTINGS, project.directory());
        if (settings.files().isEmpty()) {
            // what comes from elsewhere, such as a config of Compose, is not seen; who hands on waits for others mostly
            return settings.faults().isEmpty() && service.dependsOn().isEmpty();
        }
        return settings.faults().isEmpty() && settings.files().values().stream().noneMatch(this::mayHandOn);
    }

    private boolean mayHandOn(Path file) {
        try {
            return HANDS_ON.matcher(new String(files.read(file), StandardCharsets.UTF_8))
                    .find();
        } catch (IOException unreadable) {
            return true;
        }
    }
}
