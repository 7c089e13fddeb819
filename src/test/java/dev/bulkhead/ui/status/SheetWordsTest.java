package dev.bulkhead.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.status.sheet.StatusSheet.Block;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Fact;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Mark;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Marked;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Part;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A card as somebody hears it: everything on it, signs as words. */
class SheetWordsTest {

    @Test
    void signsAndColumnsAreSpoken() {
        Part part = new Part(
                2,
                "Proxy Discovery",
                Optional.empty(),
                Optional.empty(),
                List.of(
                        new Block.Figures(List.of(new Fact("traefik", new Marked(Mark.WARNING, "1/2")))),
                        new Block.Table(
                                List.of("Route", "Way", "Found"),
                                List.of(List.of(
                                        Marked.plain("http://wiki.lan/"),
                                        Marked.plain("traefik → wiki:3000"),
                                        new Marked(Mark.BAD, "on no network of it")))),
                        new Block.Points(List.of(Marked.plain("one"), Marked.plain("two")))));

        assertThat(SheetWords.of(part))
                .isEqualTo(
                        "Proxy Discovery. traefik: 1/2 (warning). http://wiki.lan/, Way traefik → wiki:3000, Found on no"
                                + " network of it (bad). one; two");
    }
}
