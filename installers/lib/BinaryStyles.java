import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Writer of a binary form beside each style sheet of a jar. JavaFX takes that where it finds it, in a fraction of the time that
 * reading the text takes.
 */
class BinaryStyles {

    public static void main(String[] jars) throws Exception {
        for (String jar : jars) {
            try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + Path.of(jar).toUri()), java.util.Map.of())) {
                for (Path text : texts(inside.getPath("/"))) {
                    write(text);
                }
            }
        }
    }

    private static List<Path> texts(Path root) throws Exception {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.toString().endsWith(".css")).toList();
        }
    }

    private static void write(Path text) throws Exception {
        String name = text.getFileName().toString();
        Path binary = text.resolveSibling(name.substring(0, name.length() - ".css".length()) + ".bss");
        Path from = Files.createTempFile("bulkhead", ".css");
        Path to = Files.createTempFile("bulkhead", ".bss");
        try {
            Files.copy(text, from, StandardCopyOption.REPLACE_EXISTING);
            Stylesheet.convertToBinary(from.toFile(), to.toFile());
            Files.copy(to, binary, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(from);
            Files.deleteIfExists(to);
        }
    }
}
