package dev.bulkhead.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Image with BusyBox and more files beside it. */
final class LayeredImage {

    private LayeredImage() {}

    /** Puts the further files of an image under its root. */
    interface Filling {
        void into(Path root) throws IOException;
    }

    /**
     * Makes an image on an engine, once.
     *
     * @param folder a folder of the engine's for the image's parts
     * @param start the command line that it is started with
     */
    static void provide(PrivateEngine engine, String folder, String image, List<String> start, Filling filling)
            throws IOException {
        provide(engine, folder, Map.of(image, start), "", filling);
    }

    /** Makes an image on an engine, once, whose program runs as a user of its own. */
    static void provide(
            PrivateEngine engine, String folder, String image, List<String> start, String user, Filling filling)
            throws IOException {
        provide(engine, folder, Map.of(image, start), user, filling);
    }

    /**
     * Makes images of the same files on an engine, once.
     *
     * @param folder a folder of the engine's for their parts
     * @param starts the command line that each is started with
     */
    static void provide(PrivateEngine engine, String folder, Map<String, List<String>> starts, Filling filling)
            throws IOException {
        provide(engine, folder, starts, "", filling);
    }

    private static void provide(
            PrivateEngine engine, String folder, Map<String, List<String>> starts, String user, Filling filling)
            throws IOException {
        Path place = engine.folder(folder);
        if (Files.exists(place.resolve(ImageArchive.NAME))) {
            return;
        }
        Path root = Files.createDirectories(place.resolve("root"));
        String base = StandInImages.layer(engine).toString();
        Commands.succeed(Map.of(), place, List.of("tar", "-C", root.toString(), "-xf", base));
        filling.into(root);
        Path tar = place.resolve("filled.tar");
        Commands.succeed(Map.of(), place, List.of("tar", "-C", root.toString(), "-cf", tar.toString(), "."));
        engine.docker("load", "-i", ImageArchive.write(place, tar, starts, user).toString());
    }
}
