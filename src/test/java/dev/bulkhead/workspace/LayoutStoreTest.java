package dev.bulkhead.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.Picture;
import dev.bulkhead.layout.ZonePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutStoreTest {

    private static final LayoutPositions PLACES = LayoutPositions.of(
            Map.of("front", new ZonePlace(1.5, -2, 300, 200, 3, true)),
            Map.of("web", new CardPlace("front", "", 1, 2, false)));

    @TempDir
    private Path directory = Path.of("");

    private ProjectDirectory state() {
        return ProjectDirectory.of(directory);
    }

    @Test
    void positionsSurvive() throws Exception {
        new LayoutStore(state()).write(PLACES);

        assertThat(new LayoutStore(state()).read()).isEqualTo(PLACES);
    }

    @Test
    void readingMakesNothing() throws Exception {
        assertThat(new LayoutStore(state()).read()).isEqualTo(LayoutPositions.EMPTY);
        assertThat(state().path()).doesNotExist();
    }

    @Test
    void aDamagedFileIsNamedAndPutAsideByTheNextWrite() throws Exception {
        state().create();
        Files.writeString(state().layoutFile(), "{\"schema\": 1,\n \"zones\": {");
        LayoutStore store = new LayoutStore(state());

        assertThatThrownBy(store::read)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(state().layoutFile() + ":2: this is not JSON; the picture is laid out anew,");
        assertThat(state().layoutFile()).exists();
        store.write(PLACES);

        assertThat(store.read()).isEqualTo(PLACES);
        assertThat(state().path().resolve("layout.json.damaged")).hasContent("{\"schema\": 1,\n \"zones\": {");
    }

    @Test
    void aFileOfANewerVersionIsNotGuessedAt() throws Exception {
        state().create();
        Files.writeString(state().layoutFile(), "{\"schema\": 9}");

        assertThatThrownBy(() -> new LayoutStore(state()).read()).hasMessageContaining("schema 9 is not known");
    }

    @Test
    void withoutAChoiceThereIsNoPicture() throws Exception {
        assertThat(new LayoutStore(state()).picture()).isEmpty();
        new LayoutStore(state()).write(PLACES);

        assertThat(new LayoutStore(state()).picture()).isEmpty();
        assertThat(Files.readString(state().layoutFile())).doesNotContain("picture");
    }

    @Test
    void theChoiceOfAPictureAndThePlacesKeepEachOther() throws Exception {
        LayoutStore store = new LayoutStore(state());
        store.write(Picture.LANES);
        assertThat(store.read()).isEqualTo(LayoutPositions.EMPTY);
        store.write(PLACES);
        assertThat(new LayoutStore(state()).picture()).contains(Picture.LANES);

        store.write(Picture.ZONES);
        assertThat(new LayoutStore(state()).picture()).contains(Picture.ZONES);
        assertThat(new LayoutStore(state()).read()).isEqualTo(PLACES);
    }

    @Test
    void aPictureThatIsNotKnownIsNone() throws Exception {
        state().create();
        Files.writeString(state().layoutFile(), "{\"schema\": 1, \"picture\": \"globe\"}");

        assertThat(new LayoutStore(state()).picture()).isEmpty();
        assertThat(new LayoutStore(state()).read()).isEqualTo(LayoutPositions.EMPTY);
    }

    @Test
    void aDamagedFileHasNoPictureAndIsPutAsideByAChoice() throws Exception {
        state().create();
        Files.writeString(state().layoutFile(), "{\"schema\": 1, \"picture\":");
        LayoutStore store = new LayoutStore(state());
        assertThat(store.picture()).isEmpty();

        store.write(Picture.LANES);

        assertThat(store.picture()).contains(Picture.LANES);
        assertThat(state().path().resolve("layout.json.damaged")).hasContent("{\"schema\": 1, \"picture\":");
    }

    @Test
    void thePictureOfANewerVersionIsNotGuessedAt() throws Exception {
        state().create();
        Files.writeString(state().layoutFile(), "{\"schema\": 9, \"picture\": \"lanes\"}");

        assertThat(new LayoutStore(state()).picture()).isEmpty();
    }
}
