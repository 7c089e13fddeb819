package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.Others;
import dev.bulkhead.ui.model.BottomTab;
import dev.bulkhead.ui.model.CentreView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/** Containers of another project on a shared network, goals, and what a verdict rests on, as the window shows them. */
@WithWindow
class OthersInTheWindowIT {

    static final String SHOP = """
            services:
              traefik: {image: traefik:3.1, ports: ["80:80"], networks: [proxy]}
              web: {image: nginx:1.29, networks: [proxy]}
              app: {image: nginx:1.29, networks: [proxy, inner]}
              db: {image: postgres:17, networks: [inner]}
            networks:
              proxy: {external: true}
              inner: {}
            """;

    static final String RULES = """
            rules:
              - only: traefik, app -> web
              - must-not: traefik -> app
                after: 8
            """;

    static final String BLOG = """
            services:
              blog: {image: wordpress:6, networks: [proxy]}
              cache: {image: redis:7, networks: [proxy]}
            networks:
              proxy: {external: true}
            """;

    static Path shop(TestWindow window) throws Exception {
        Path shop = Files.createDirectory(window.folder().resolve("shop"));
        Files.writeString(shop.resolve("compose.yaml"), SHOP);
        Files.writeString(shop.resolve("bulkhead.yml"), RULES);
        window.openProject(shop);
        return shop;
    }

    static void bringUpBlog(TestWindow window) throws Exception {
        Path blog = Files.createDirectory(window.folder().resolve("blog"));
        Files.writeString(blog.resolve("compose.yaml"), BLOG);
        Topology topology = new ComposeLoader(new DiskFileTree())
                .load(ComposeRequest.of(blog))
                .topology();
        window.engine().up(topology, List.of("blog", "cache"), line -> {});
    }

    private static List<String> messages(TestWindow window) {
        return window.onFx(() -> window.context().project().findings().stream()
                .map(Finding::message)
                .toList());
    }

    private static List<String> words(TestWindow window, String query) {
        return window.onFx(() -> window.robot().lookup(query).<Node>queryAll().stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    @Test
    void othersOnASharedNetworkHaveACardAndAreJudgedByTheRules(TestWindow window) throws Exception {
        shop(window);
        assertThat(messages(window)).noneMatch(message -> message.contains("foreign"));

        bringUpBlog(window);

        window.await(
                "the card of the others", () -> words(window, ".bh-card-note").contains("blog-blog-1, blog-cache-1"));
        window.await(
                "the rule that they break",
                () -> messages(window).stream()
                        .anyMatch(message -> message.contains("foreign:blog-blog-1 reaches web: both are on network")));

        window.run(() -> window.context().map().select(Element.service(new Others("proxy", List.of()).key())));
        assertThat(words(window, "#inspector .bh-section-heading")).startsWith("BLOG-BLOG-1", "BLOG-CACHE-1");
        window.click("#reach-out");
        window.run(() -> window.robot().lookup("#inspector .bh-quiet-link").<Hyperlink>queryAll().stream()
                .filter(link -> link.getText().equals("web"))
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(words(window, "#inspector .bh-inspector-title")).contains("foreign:blog-blog-1", "web");
        assertThat(words(window, "#inspector .bh-verdict")).containsExactly("Reachable");
        assertThat(words(window, "#inspector .bh-broken-rule-text"))
                .containsExactly("Breaks the rule only: traefik, app -> web");
    }

    @Test
    void aVerdictSaysWhatItRestsOn(TestWindow window) throws Exception {
        shop(window);
        window.run(() -> window.context().map().select(Set.of(Element.service("db"), Element.service("web"))));

        window.await(
                "what it rests on",
                () -> words(window, "#inspector .bh-grounds")
                        .contains("assumed: the engine writes packet rules (iptables); else reachable"));

        window.run(() -> window.context().navigation().viewProperty().set(CentreView.REACH));
        window.await(
                "the same below the matrix",
                () -> words(window, "#reach-view .bh-grounds")
                        .contains("assumed: the engine writes packet rules (iptables); else reachable"));
    }

    @Test
    void goalsAreListedApart(TestWindow window) throws Exception {
        shop(window);
        window.run(() -> window.context().navigation().showTab(BottomTab.PROBLEMS));
        window.await(
                "the group of goals",
                () -> words(window, "#problems .bh-problem-head")
                                .contains("▾ goals of iterations that are not done yet · 1")
                        || messages(window).stream().anyMatch(message -> message.contains("must-not: traefik -> app")));
        window.run(() -> window.context().navigation().viewProperty().set(CentreView.RULES));

        assertThat(words(window, "#rules-view .bh-view-header .bh-muted"))
                .containsExactly("All rules hold that have to by now; one goal is not reached yet.");
        assertThat(words(window, ".bh-bottom-pane .tab-label")).anyMatch(title -> title.endsWith("+ 1 goal"));
    }
}
