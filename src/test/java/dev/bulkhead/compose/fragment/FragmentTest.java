package dev.bulkhead.compose.fragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.patch.ComposePatcher;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FragmentTest {

    private static final Path DIRECTORY = Path.of("/a-project-in-memory/app").toAbsolutePath();

    private static final String TEXT = """
            x-common: &common
              restart: always
            services:
              web:   # the proxy
                image: nginx:${NGINX_TAG:-1.27}
                container_name: web
                ports: ["8080:80"]
                environment:
                  PRICE: "5$$"
                networks:
                  edge:
                    ipv4_address: 172.30.0.5
                    aliases: [www]
                  back:
                volumes: ["pages:/usr/share/nginx/html"]
                depends_on: [db]

              db:
                <<: *common
                image: postgres:17
                networks: [back]
            networks:
              edge:
                ipam: {config: [{subnet: 172.30.0.0/24}]}
              back: {internal: true}
            volumes:
              pages:
            """;

    private static FileTree tree(String text) {
        return new OverlayFileTree(
                new DiskFileTree(), Map.of(DIRECTORY.resolve("compose.yaml"), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ComposeProject project(String text) throws ComposeException {
        return new ComposeLoader(tree(text)).load(ComposeRequest.of(DIRECTORY));
    }

    private static String pasted(String clipboard, String into) throws ComposeException, EditRejectedException {
        ComposeProject project = project(into);
        Pasting pasting = Pasting.of("paste", Fragment.parse(clipboard), project);
        return new ComposePatcher(tree(into))
                .patch(project, pasting.edit())
                .changes()
                .getFirst()
                .after()
                .orElseThrow();
    }

    @Test
    void aServiceIsCopiedAsItStandsWithWhatItNames() throws Exception {
        assertThat(FragmentText.of(project(TEXT), tree(TEXT), Set.of("web"), Set.of()))
                .isEqualTo("""
                services:
                  web:   # the proxy
                    image: nginx:${NGINX_TAG:-1.27}
                    container_name: web
                    ports: ["8080:80"]
                    environment:
                      PRICE: "5$$"
                    networks:
                      edge:
                        ipv4_address: 172.30.0.5
                        aliases: [www]
                      back:
                    volumes: ["pages:/usr/share/nginx/html"]
                    depends_on: [db]
                networks:
                  back: {internal: true}
                  edge:
                    ipam: {config: [{subnet: 172.30.0.0/24}]}
                volumes:
                  pages:
                """);
    }

    @Test
    void whatAnAnchorGivesIsWrittenOut() throws Exception {
        assertThat(FragmentText.of(project(TEXT), tree(TEXT), Set.of("db"), Set.of()))
                .isEqualTo("""
                services:
                  db:
                    restart: always
                    image: postgres:17
                    networks:
                      - back
                networks:
                  back: {internal: true}
                """);
    }

    @Test
    void aCopyBesideTheOriginalLeavesItWhatTwoCannotHave() throws Exception {
        ComposeProject project = project(TEXT);
        Fragment fragment = Fragment.parse(FragmentText.of(project, tree(TEXT), Set.of("web"), Set.of()));
        Pasting pasting = Pasting.of("duplicate", fragment, project);

        assertThat(pasting.edit().describe()).isEqualTo("duplicate service web-2");
        assertThat(pasting.elements()).containsExactly(Element.service("web-2"));
        assertThat(pasting.notes())
                .containsExactly("web-2 is without container_name, ports, its addresses and aliases on networks:"
                        + " web keeps them.");
        assertThat(new ComposePatcher(tree(TEXT))
                        .patch(project, pasting.edit())
                        .changes()
                        .getFirst()
                        .after()
                        .orElseThrow())
                .isEqualTo(TEXT.replace("    networks: [back]\n", """
                    networks: [back]

                  web-2:
                    image: nginx:${NGINX_TAG:-1.27}
                    environment:
                      PRICE: 5$$
                    networks:
                      edge:
                      back:
                    volumes:
                      - pages:/usr/share/nginx/html
                    depends_on:
                      - db
                """.indent(0).replaceFirst("^", "")));
    }

    @Test
    void whatIsCutComesBackWithAllThatItHad() throws Exception {
        String clipboard = FragmentText.of(project(TEXT), tree(TEXT), Set.of("web", "db"), Set.of());
        String other = """
                services:
                  one:
                    image: n
                """;

        ComposeProject after = project(pasted(clipboard, other));

        assertThat(after.topology().service("web"))
                .isEqualTo(project(TEXT).topology().service("web"));
        assertThat(after.topology().network("edge"))
                .isEqualTo(project(TEXT).topology().network("edge"));
    }

    @Test
    void textFromAnEditorMayBeServicesOrOneServiceAlone() throws Exception {
        String project = "services:\n  one:\n    image: n\n";

        assertThat(pasted("  two:\n    image: m\n", project)).isEqualTo(project + "  two:\n    image: m\n");
        assertThat(pasted("image: ghcr.io/me/app:1\nrestart: always\n", project))
                .isEqualTo(project + "  app:\n    image: ghcr.io/me/app:1\n    restart: always\n");
    }

    @Test
    void aDependencyOnNobodyIsLeftOutAndTold() throws Exception {
        Pasting pasting = Pasting.of(
                "paste", Fragment.parse("web: {image: n, depends_on: [db]}"), project("services: {one: {image: n}}"));

        assertThat(pasting.notes()).containsExactly("web no longer waits for db, which this project does not have.");
    }

    @Test
    void pathsOfAnIncludedFileAreWrittenAsFromTheProjectsFolder() throws Exception {
        FileTree files = new OverlayFileTree(
                new DiskFileTree(),
                Map.of(
                        DIRECTORY.resolve("compose.yaml"),
                        "include: [sub/compose.yaml]\n".getBytes(StandardCharsets.UTF_8),
                        DIRECTORY.resolve("sub/compose.yaml"),
                        """
                        services:
                          web:
                            image: n
                            volumes: ["./conf:/conf", "${DATA:-../data}:/data", "${ROOT}/x:/x", "${FULL:-../f}:/f", "${UP:-../y}/z:/z", "named:/n"]
                        volumes: {named: }
                        """.getBytes(StandardCharsets.UTF_8),
                        DIRECTORY.resolve(".env"),
                        "FULL=/mnt/f\nUP=../elsewhere/y\n".getBytes(StandardCharsets.UTF_8)));
        ComposeProject project = new ComposeLoader(files).load(ComposeRequest.of(DIRECTORY));

        assertThat(FragmentText.of(project, files, Set.of("web"), Set.of()))
                .contains(
                        "- ./sub/conf:/conf\n",
                        "- ${DATA:-./data}:/data\n",
                        "- ${ROOT}/x:/x\n",
                        "- ${FULL:-./f}:/f\n",
                        "- ./sub/${UP:-../y}/z:/z\n",
                        "- named:/n\n");
    }

    @Test
    void otherTextIsNoFragment() {
        for (String text : new String[] {"", "hello", "a: b", "- list", "services: {}"}) {
            assertThatThrownBy(() -> Fragment.parse(text))
                    .as(text)
                    .hasMessage("The clipboard holds no services or networks; copy them here, or as YAML from a"
                            + " Compose file.");
        }
    }
}
