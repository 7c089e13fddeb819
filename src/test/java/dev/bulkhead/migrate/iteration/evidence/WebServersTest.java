package dev.bulkhead.migrate.iteration.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.catalogue.CatalogueReader;
import dev.bulkhead.catalogue.Role;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether nginx is a reverse proxy or a web server is told by its settings. */
class WebServersTest {

    @TempDir
    Path directory;

    private Optional<Role> role(String service) throws Exception {
        Files.writeString(
                directory.resolve("compose.yml"), "services:\n  app: {image: php:fpm}\n  web:\n" + service.indent(4));
        ComposeProject project = new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(directory));
        return Evidence.of(
                        project.topology(),
                        new CatalogueReader().readBundled(),
                        SettingsFiles.read(project, new DiskFileTree()))
                .profile("web")
                .orElseThrow()
                .role();
    }

    private void settings(String text) throws Exception {
        Files.writeString(directory.resolve("site.conf"), text);
    }

    @Test
    void whatServesFilesOrRunsPagesOfAnApplicationIsNoProxy() throws Exception {
        settings("""
            server {
              root /var/www;
              # proxy_pass http://app:9000;
              location ~ \\.php$ { fastcgi_pass app:9000; }
            }
            """);

        assertThat(role("""
                image: nginx:1.27-alpine
                depends_on: [app]
                volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"]
                """)).contains(Role.APP);
    }

    @Test
    void whatHandsRequestsOnIsAProxy() throws Exception {
        settings("server { location / { proxy_pass http://app:8080; } }");

        assertThat(role("""
                image: nginx
                volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"]
                """)).contains(Role.REVERSE_PROXY);
    }

    @Test
    void theImageByItselfServesFiles() throws Exception {
        assertThat(role("image: nginx\nvolumes: ['./html:/usr/share/nginx/html']"))
                .contains(Role.APP);
    }

    @Test
    void whatCannotBeSeenMayBeAProxy() throws Exception {
        assertThat(role("image: nginx\ndepends_on: [app]")).contains(Role.REVERSE_PROXY);
        assertThat(role("image: me/nginx")).contains(Role.REVERSE_PROXY);
        assertThat(role("image: nginx\nvolumes: ['/srv/nginx:/etc/nginx/conf.d']"))
                .contains(Role.REVERSE_PROXY);
    }
}
