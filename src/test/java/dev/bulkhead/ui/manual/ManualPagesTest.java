package dev.bulkhead.ui.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.check.run.Checks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of the manual as the window reads them. */
class ManualPagesTest {

    private static final Path DOCS = Path.of("docs");
    private final Manual manual = new Manual(ManualPagesTest::written);

    @Test
    void everyPageThatIsWrittenIsFoundByLinksFromTheFirst() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS.resolve("manual"))) {
            assertThat(manual.pages())
                    .extracting(ManualPage::path)
                    .containsAll(files.filter(Files::isRegularFile)
                            .map(file -> DOCS.relativize(file).toString().replace('\\', '/'))
                            .toList());
        }
    }

    @Test
    void everyRuleAndEveryIterationHasAPageWithItsHeading() {
        assertThat(Checks.withStack())
                .allSatisfy(rule -> assertThat(
                                manual.page(ManualPlace.rule(rule.id()).path()))
                        .get()
                        .extracting(ManualPage::title)
                        .isEqualTo(rule.id()));
        Stream.concat(
                        Stream.of("1", "2", "3", "4", "5", "6", "7", "8", "rotate", "files", "own")
                                .map(ManualPlace::iteration),
                        Stream.of(
                                ManualPlace.page("reach").at("on-the-map"),
                                ManualPlace.page("reach").at("rules-bulkheadyml-beside-the-compose-file"),
                                ManualPlace.page("map").at("where-engine-and-files-differ")))
                .forEach(place -> {
                    ManualPage page = manual.page(place.path()).orElseThrow();
                    assertThat(place.anchor().isEmpty()
                                    || page.text().line(place.anchor()).isPresent())
                            .as("%s", place)
                            .isTrue();
                });
    }

    @Test
    void headingsThatLinksNameAreThere() {
        List<String> missing = manual.pages().stream()
                .flatMap(page -> page.text().references().stream()
                        .flatMap(link -> new ManualPlace(page.path(), "").resolve(link.to()).stream())
                        .filter(to ->
                                to.path().startsWith("manual/") && !to.anchor().isEmpty())
                        .filter(to -> manual.page(to.path())
                                .flatMap(target -> target.text().line(to.anchor()))
                                .isEmpty())
                        .map(to -> page.path() + " -> " + to))
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void aLinkIsResolvedBesideItsPageAndLeavesNoPageOutside() {
        ManualPlace rule = ManualPlace.rule("cut-off");

        assertThat(rule.resolve("../problems.md#how-severe"))
                .contains(ManualPlace.page("problems").at("how-severe"));
        assertThat(rule.resolve("#why")).contains(rule.at("why"));
        assertThat(rule.resolve("../../images/a.png")).contains(new ManualPlace("images/a.png", ""));
        assertThat(rule.resolve("../../../../etc/passwd")).isEmpty();
        assertThat(rule.resolve("https://example.org/a")).isEmpty();
    }

    @Test
    void aSearchPutsTitlesBeforeHeadingsAndForgivesSlips() {
        ManualSearch search = new ManualSearch(manual.pages());

        assertThat(search.find("Rollback").hits().getFirst().page().title()).isEqualTo("Rollback");
        assertThat(search.find("hiding findings").hits().getFirst().heading()).isEqualTo("Hiding findings");
        assertThat(search.find("sbunet overlp").instead()).contains("subnet overlap");
        assertThat(search.find("sbunet overlp").hits().getFirst().page().title())
                .isEqualTo("subnet-overlap");
        assertThat(search.find("qqqqqqqq")).isEqualTo(ManualSearch.Found.NOTHING);
        assertThat(search.find(" ")).isEqualTo(ManualSearch.Found.NOTHING);
        assertThat(search.find("confirm-within").hits())
                .allSatisfy(hit -> assertThat(hit.page().text().parts()).anyMatch(part -> part.line() == hit.line()));
    }

    @Test
    void whatIsPackedIsWhatIsWritten() {
        ManualFiles packed = ManualFiles.packed();
        assumeTrue(packed.read(ManualPlace.FIRST.path()).isPresent(), "only Maven packs the manual");
        Pattern picture = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)");

        for (ManualPage page : manual.pages()) {
            byte[] bytes = written(page.path()).orElseThrow();
            assertThat(packed.read(page.path())).contains(bytes);
            Matcher pictures = picture.matcher(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
            while (pictures.find()) {
                ManualPlace at = new ManualPlace(page.path(), "")
                        .resolve(pictures.group(1))
                        .orElseThrow();
                assertThat(packed.read(at.path())).as(at.path()).isPresent();
            }
        }
    }

    private static Optional<byte[]> written(String path) {
        Path file = DOCS.resolve(path);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
