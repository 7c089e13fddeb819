package dev.bulkhead.ui.shell.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.model.OpenProject;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text of what is selected, typed in without a window. */
class SelectedTextTest {

    @SuppressWarnings("NullAway.Init")
    private OpenProject open;

    @SuppressWarnings("NullAway.Init")
    private MapViewModel map;

    @SuppressWarnings("NullAway.Init")
    private Drafts drafts;

    @SuppressWarnings("NullAway.Init")
    private SelectedText text;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        open = new OpenProject(folder);
        map = new MapViewModel();
        ComposeProject read = open.model().projectProperty().get().orElseThrow();
        map.open(read.topology(), read.sources(), LayoutPositions.EMPTY);
        open.model()
                .topologyProperty()
                .addListener((property, old, now) -> map.topologyProperty().set(now));
        drafts = new Drafts(open.model());
        text = new SelectedText(open.model(), map);
        text.watch(true);
    }

    @Test
    void aServiceIsTheLinesThatHoldIt() {
        map.select(Element.service("app"));

        assertThat(passage().text()).isEqualTo("""
                  app:
                    image: ghcr.io/acme/app
                    networks: [front, back]""".indent(2).stripTrailing());
        assertThat(passage().firstLine()).isEqualTo(5);
    }

    @Test
    void aNetworkThatIsEditedElsewhereFollows() {
        map.select(Element.network("front"));
        open.model().apply(new TopologyEdit.RemoveNetwork("back"));
        open.model().undo();
        open.model().apply(new TopologyEdit.RenameNetwork("back", "rear"));

        assertThat(passage().text()).isEqualTo("""
                  front:
                    ipam:
                      config:
                        - subnet: 10.20.0.0/24""".indent(2).stripTrailing());
    }

    @Test
    void severalThingsHaveNoTextOfTheirOwn() {
        map.select(java.util.Set.of(Element.service("app"), Element.service("db")));

        assertThat(text.shownProperty().get().passages()).isEmpty();
        assertThat(text.shownProperty().get().instead()).startsWith("Select one");
    }

    @Test
    void whatIsTypedChangesItsPartOfTheFileAlone() {
        map.select(Element.service("db"));
        Passage before = passage();
        drafts.type(before, before.text().replace("postgres", "postgres:17"));

        assertThat(whole()).isEqualTo(OpenProject.TEXT.replace("image: postgres", "image: postgres:17"));
        assertThat(open.model().undoTitleProperty().get()).isEqualTo("edit line 9 of compose.yaml");
    }

    @Test
    void anotherNameIsSelectedOnceItIsTyped() {
        map.select(Element.service("db"));
        Passage before = passage();
        drafts.type(before, before.text().replace("db:", "store:"));
        text.follow(before);

        assertThat(map.selection()).containsExactly(Element.service("store"));
        assertThat(passage().text()).startsWith("  store:");
    }

    @Test
    void whatCannotBeReadStaysAtItsPlaceAndNowhereElse() {
        map.select(Element.service("db"));
        Passage typed = passage();
        drafts.type(typed, typed.text() + " [");

        assertThat(drafts.text(passage())).contains(typed.text() + " [");
        assertThat(drafts.text(Passage.whole(passage().file()))).isPresent();
        map.select(Element.service("web"));
        assertThat(drafts.text(passage())).isEmpty();
        assertThat(whole()).isEqualTo(OpenProject.TEXT);
    }

    private Passage passage() {
        return text.shownProperty().get().passages().getFirst();
    }

    private String whole() {
        return open.model()
                .projectProperty()
                .get()
                .flatMap(project -> project.file("compose.yaml"))
                .map(file -> file.text())
                .orElse(Optional.of("").get());
    }
}
