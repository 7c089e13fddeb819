package dev.bulkhead.ui.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.WorldBox;
import dev.bulkhead.layout.WorldNode;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.topology.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no plain service on a plain network, as the map shows it. */
class OddCasesOnTheMapTest {

    private static final String TEXT = """
            services:
              plain: {image: nginx}
              both: {image: nginx, networks: [default, edge]}
              guest: {image: nginx, network_mode: "service:both"}
              onhost: {image: nginx, network_mode: host}
              alone: {image: nginx, network_mode: none}
              bridged: {image: nginx, network_mode: bridge}
              other: {image: nginx, network_mode: "container:elsewhere"}
              debug: {image: nginx, profiles: [debug], networks: [edge]}
              outside: {image: nginx, networks: [shared]}
            networks:
              edge: {}
              shared: {external: true, name: proxy_net}
            """;

    private final MapViewModel model = new MapViewModel();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("compose.yaml"), TEXT);
        ComposeProject project = new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(folder));
        model.open(project.topology(), project.sources(), LayoutPositions.EMPTY);
    }

    private CardBox card(String service) {
        return Objects.requireNonNull(model.geometry().get().cards().get(service), service);
    }

    private CardFace face(String service) {
        Service found = model.topologyProperty().get().service(service).orElseThrow();
        return new CardFaces(model).of(found, card(service), model.geometry().get());
    }

    private ZoneKind kind(String service) {
        ZoneBox zone = model.geometry().get().zones().get(card(service).zone());
        return Objects.requireNonNull(zone, service).kind();
    }

    @Test
    void whoStatesNoNetworkIsOnTheImplicitDefault() {
        assertThat(card("plain").zone()).isEqualTo("default");
        assertThat(kind("plain")).isEqualTo(ZoneKind.NETWORK);
    }

    @Test
    void aGuestStandsWithTheOwnerOfItsNetworkAndSaysSo() {
        assertThat(card("guest").zone()).isEqualTo(card("both").zone());
        assertThat(card("guest").owner()).contains("both");
        assertThat(face("guest").note()).isEqualTo("in both's network");
    }

    @Test
    void networkModesHaveZonesOfTheirOwn() {
        assertThat(card("onhost").zone()).isEqualTo(ZoneKeys.HOST);
        assertThat(kind("onhost")).isEqualTo(ZoneKind.HOST);
        assertThat(card("alone").zone()).isEqualTo(ZoneKeys.NONE);
        assertThat(card("bridged").zone()).isEqualTo(ZoneKeys.BRIDGE);
        assertThat(ZoneKeys.title(card("other").zone())).isEqualTo("container elsewhere");
        assertThat(kind("alone")).isEqualTo(ZoneKind.APART);
    }

    @Test
    void aProfileIsToldAndAnExternalNetworkIsAZoneLikeOthers() {
        assertThat(face("debug").inactive()).isTrue();
        assertThat(face("plain").inactive()).isFalse();
        assertThat(card("outside").zone()).isEqualTo("shared");
        assertThat(kind("outside")).isEqualTo(ZoneKind.NETWORK);
    }

    @Test
    void internetLanAndHostAreThere() {
        assertThat(model.geometry().get().world())
                .extracting(WorldBox::node)
                .containsExactlyInAnyOrder(WorldNode.INTERNET, WorldNode.LAN, WorldNode.HOST);
    }

    @Test
    void noneOfThemTakesACardThatIsDropped() {
        for (String zone : new String[] {ZoneKeys.HOST, ZoneKeys.NONE, ZoneKeys.BRIDGE}) {
            assertThat(AttachIntent.of(model.topologyProperty().get(), card("plain"), zone, true))
                    .isEqualTo(new AttachIntent.Impossible(ZoneKeys.title(zone)
                            + " is a network mode, not a network: change it in the inspector or in the file."));
        }
        assertThat(AttachIntent.of(model.topologyProperty().get(), card("onhost"), "edge", true))
                .isEqualTo(new AttachIntent.Impossible("Service onhost uses network_mode: host, so it cannot join edge;"
                        + " take network_mode away first."));
    }

    @Test
    void aServiceOfDefaultAloneMovesOffItForGood() {
        assertThat(AttachIntent.of(model.topologyProperty().get(), card("plain"), "edge", true))
                .isInstanceOfSatisfying(
                        AttachIntent.Possible.class,
                        possible -> assertThat(possible.note()).isEqualTo("leaves default"));
    }
}
