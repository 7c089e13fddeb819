package dev.bulkhead.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Picture;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the two pictures is shown. */
class PictureViewModelTest {

    private final PictureViewModel pictures = new PictureViewModel();
    private final List<Picture> remembered = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "0, 0, ZONES", // no networks at all
        "2, 2, ZONES", // few
        "3, 2, ZONES",
        "3, 3, LANES",
        "9, 3, ZONES", // a third is not over a third
        "8, 3, LANES",
        "30, 10, ZONES",
        "30, 11, LANES",
        "40, 0, ZONES"
    })
    void lanesAreChosenWhereOverAThirdOfTheZonesAndThreeOfThemAreNoHome(int zones, int empty, Picture expected) {
        open(geometry(zones, empty), Optional.empty());

        assertThat(shown()).isEqualTo(expected);
        assertThat(remembered).isEmpty();
    }

    @Test
    void whyTheyWereChosenIsSaid() {
        open(geometry(8, 3), Optional.empty());
        assertThat(note()).isEqualTo("Chosen by itself: 3 of 8 networks are no home to any service.");

        open(geometry(8, 1), Optional.empty());
        assertThat(note()).isEmpty();
    }

    @Test
    void zonesThatAreNoNetworksDoNotCount() {
        List<ZoneBox> zones = new ArrayList<>(geometry(4, 2).zones().values());
        zones.add(zone("@host", ZoneKind.HOST));
        zones.add(zone("@none", ZoneKind.APART));
        zones.add(zone("flat", ZoneKind.RAIL));
        open(geometry(zones, geometry(4, 2).cards().values().stream().toList()), Optional.empty());

        assertThat(shown()).isEqualTo(Picture.ZONES);
    }

    @Test
    void aChoiceByHandWinsOverWhatFits() {
        open(geometry(8, 8), Optional.of(Picture.ZONES));
        assertThat(shown()).isEqualTo(Picture.ZONES);
        assertThat(note()).isEmpty();

        open(geometry(8, 0), Optional.of(Picture.LANES));
        assertThat(shown()).isEqualTo(Picture.LANES);
        assertThat(note()).isEmpty();
        assertThat(remembered).isEmpty();
    }

    @Test
    void aChoiceByHandIsRememberedOnceAndTheNoteGoes() {
        open(geometry(8, 8), Optional.empty());
        pictures.choose(Picture.ZONES);
        pictures.choose(Picture.ZONES);

        assertThat(shown()).isEqualTo(Picture.ZONES);
        assertThat(note()).isEmpty();
        assertThat(remembered).containsExactly(Picture.ZONES);
    }

    @Test
    void switchingGoesToTheOtherPictureAndBack() {
        open(geometry(3, 0), Optional.empty());
        pictures.switchPicture();
        assertThat(shown()).isEqualTo(Picture.LANES);
        pictures.switchPicture();
        assertThat(shown()).isEqualTo(Picture.ZONES);

        assertThat(remembered).containsExactly(Picture.LANES, Picture.ZONES);
    }

    @Test
    void whatIsChosenForOneProjectIsNotKeptForTheOneBefore() {
        List<Picture> before = new ArrayList<>();
        pictures.open(geometry(3, 0), Optional.empty(), before::add);
        open(geometry(3, 0), Optional.empty());
        pictures.choose(Picture.LANES);

        assertThat(before).isEmpty();
        assertThat(remembered).containsExactly(Picture.LANES);
    }

    /** What was chosen by itself and is clicked on is a choice: it must not change when the project grows. */
    @Test
    void aClickOnThePictureThatWasChosenByItselfIsAChoiceByHand() {
        open(geometry(8, 8), Optional.empty());
        pictures.choose(Picture.LANES);

        assertThat(remembered).containsExactly(Picture.LANES);
        assertThat(note()).isEmpty();
    }

    private void open(MapGeometry geometry, Optional<Picture> kept) {
        pictures.open(geometry, kept, remembered::add);
    }

    private Picture shown() {
        return pictures.shownProperty().get();
    }

    private String note() {
        return pictures.noteProperty().get();
    }

    private static MapGeometry geometry(int zones, int empty) {
        List<ZoneBox> all = new ArrayList<>();
        List<CardBox> cards = new ArrayList<>();
        for (int i = 0; i < zones; i++) {
            all.add(zone("n" + i, ZoneKind.NETWORK));
            if (i >= empty) {
                cards.add(new CardBox("s" + i, "n" + i, Optional.empty(), new Box(0, 0, 10, 10)));
            }
        }
        return geometry(all, cards);
    }

    private static ZoneBox zone(String key, ZoneKind kind) {
        return new ZoneBox(key, kind, Tint.OTHER_1, 1, new Box(0, 0, 100, 100));
    }

    private static MapGeometry geometry(List<ZoneBox> zones, List<CardBox> cards) {
        return new MapGeometry(
                new Box(0, 0, 100, 100),
                MapGeometry.byKey(zones, ZoneBox::key),
                List.of(),
                MapGeometry.byKey(cards, CardBox::service),
                List.of(),
                List.of(),
                List.of(),
                LayoutPositions.EMPTY);
    }
}
