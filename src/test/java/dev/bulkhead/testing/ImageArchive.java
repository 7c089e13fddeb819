package dev.bulkhead.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * An archive for {@code docker load} with many images of one layer, which is far quicker than importing each.
 *
 * <p>Format: Docker image specification v1.2, combined image JSON and filesystem changeset.
 */
final class ImageArchive {

    static final String NAME = "images.tar";

    private ImageArchive() {}

    /**
     * Writes an archive.
     *
     * @param folder where it goes, together with its parts
     * @param layer the files of all images, as a tar
     * @param programs image name to the command line it starts
     */
    static Path write(Path folder, Path layer, Map<String, List<String>> programs) throws IOException {
        return write(folder, layer, programs, "");
    }

    /**
     * The same with a user.
     *
     * @param user as whom the images' programs run, empty for root
     */
    static Path write(Path folder, Path layer, Map<String, List<String>> programs, String user) throws IOException {
        ObjectMapper json = new ObjectMapper();
        String digest = sha256(Files.readAllBytes(layer));
        Files.copy(layer, folder.resolve("layer.tar"));
        List<String> parts = new ArrayList<>(List.of("manifest.json", "layer.tar"));
        List<Map<String, Object>> manifest = new ArrayList<>();
        for (Map.Entry<String, List<String>> image : programs.entrySet()) {
            byte[] config = json.writeValueAsBytes(Map.of(
                    "architecture",
                    System.getProperty("os.arch", "").equals("aarch64") ? "arm64" : "amd64",
                    "os",
                    "linux",
                    "config",
                    Map.of("Entrypoint", image.getValue(), "Env", List.of("PATH=/bin:/usr/bin"), "User", user),
                    "rootfs",
                    Map.of("type", "layers", "diff_ids", List.of("sha256:" + digest))));
            String file = sha256(config) + ".json";
            Files.write(folder.resolve(file), config);
            parts.add(file);
            manifest.add(Map.of("Config", file, "RepoTags", List.of(image.getKey()), "Layers", List.of("layer.tar")));
        }
        json.writeValue(folder.resolve("manifest.json").toFile(), manifest);
        List<String> tar = new ArrayList<>(List.of("tar", "-cf", NAME));
        tar.addAll(parts);
        Commands.succeed(Map.of(), folder, tar);
        return folder.resolve(NAME);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
