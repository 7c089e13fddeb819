package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.ui.model.CentreView;
import dev.bulkhead.ui.theme.ThemeChoice;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * The main views in both looks and three sizes beside small pictures of how they were when somebody looked at them last: a view
 * that is empty, in the wrong colours or out of place is seen, a word more or less is not.
 *
 * <p>After a change that is meant, {@code BULKHEAD_JAVA_OPTS=-Dbulkhead.golden=write installers/test.sh GoldenPicturesIT} keeps
 * the pictures of now; look at them before they are committed.
 */
@WithWindow
class GoldenPicturesIT {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final Path SEEN = Path.of("target", "golden");
    private static final int WIDTH = 192;

    /** A pixel differs where a channel does by more than this, of 255. */
    private static final int CHANNEL = 48;

    /** So many of a hundred pixels may differ. */
    private static final double MOST = 8;

    private static final int[][] SIZES = {{1024, 720}, {1480, 900}, {2200, 1200}};

    private static final List<CentreView> VIEWS = List.of(
            CentreView.MAP,
            CentreView.MEMBERSHIP,
            CentreView.REACH,
            CentreView.PORTS,
            CentreView.ADDRESSES,
            CentreView.FILES);

    @Test
    void theMainViewsLookAsTheyDid(TestWindow window) throws IOException {
        List<String> strange = new ArrayList<>();
        compare(window, "start", strange);
        window.openSample();
        for (CentreView view : VIEWS) {
            window.run(() -> window.context().navigation().show(view));
            compare(window, view.name().toLowerCase(Locale.ROOT), strange);
        }
        assertThat(strange).as("pictures of now are in " + SEEN).isEmpty();
    }

    private static void compare(TestWindow window, String view, List<String> strange) throws IOException {
        for (int[] size : SIZES) {
            for (ThemeChoice look : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
                window.run(() -> {
                    window.desktop().themeProperty().set(look);
                    root(window).resize(size[0], size[1]);
                });
                window.settle();
                String name = view + "-" + size[0] + "-" + look.text() + ".png";
                compare(name, small(picture(window)), strange);
            }
        }
    }

    private static Parent root(TestWindow window) {
        return window.desktop().stage().getScene().getRoot();
    }

    private static BufferedImage picture(TestWindow window) {
        return window.onFx(() -> {
            root(window).applyCss();
            root(window).layout();
            return SwingFXUtils.fromFXImage(root(window).snapshot(null, null), null);
        });
    }

    private static BufferedImage small(BufferedImage picture) {
        int height = picture.getHeight() * WIDTH / picture.getWidth();
        BufferedImage small = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pencil = small.createGraphics();
        pencil.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        // By halves, since a single step of that size leaves most pixels out.
        BufferedImage half = picture;
        while (half.getWidth() > 2 * WIDTH) {
            BufferedImage next =
                    new BufferedImage(half.getWidth() / 2, half.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
            Graphics2D each = next.createGraphics();
            each.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            each.drawImage(half, 0, 0, next.getWidth(), next.getHeight(), null);
            each.dispose();
            half = next;
        }
        pencil.drawImage(half, 0, 0, WIDTH, height, null);
        pencil.dispose();
        return small;
    }

    private static void compare(String name, BufferedImage now, List<String> strange) throws IOException {
        boolean write = "write".equals(System.getProperty("bulkhead.golden"));
        Path kept = GOLDEN.resolve(name);
        Path seen = (write ? GOLDEN : SEEN).resolve(name);
        Files.createDirectories(seen.getParent());
        ImageIO.write(now, "png", seen.toFile());
        BufferedImage golden = Files.exists(kept) ? ImageIO.read(kept.toFile()) : now;
        if (!Files.exists(kept)) {
            strange.add(name + " is not among the pictures");
        } else if (golden.getHeight() != now.getHeight()) {
            strange.add(name + " has another height");
        } else {
            double differ = 100.0 * different(golden, now) / (now.getWidth() * now.getHeight());
            if (differ > MOST) {
                strange.add(String.format(Locale.ROOT, "%s differs in %.1f %% of its pixels", name, differ));
            }
        }
    }

    private static int different(BufferedImage one, BufferedImage other) {
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int a = one.getRGB(x, y);
                int b = other.getRGB(x, y);
                boolean far = Math.abs((a >> 16 & 255) - (b >> 16 & 255)) > CHANNEL
                        || Math.abs((a >> 8 & 255) - (b >> 8 & 255)) > CHANNEL
                        || Math.abs((a & 255) - (b & 255)) > CHANNEL;
                count += far ? 1 : 0;
            }
        }
        return count;
    }
}
