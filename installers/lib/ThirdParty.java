import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Table of the libraries on a class path: what they are, for what, under which licence by their own metadata, and the
 * checksum of the file. Run by third-party.sh.
 */
class ThirdParty {

    record Pom(String group, String artifact, String version, Optional<Path> parent, List<String> licences) {

        static Pom of(Path file) throws Exception {
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getDocumentElement();
            Optional<Element> parent = child(root, "parent");
            String group = text(root, "groupId").or(() -> parent.flatMap(p -> text(p, "groupId"))).orElseThrow();
            String artifact = text(root, "artifactId").orElseThrow();
            String version = file.getParent().getFileName().toString();
            Optional<Path> parentFile = parent.map(p -> repository(file, group(file, root)).resolve(text(p, "groupId").orElseThrow().replace('.', '/'))
                    .resolve(text(p, "artifactId").orElseThrow())
                    .resolve(text(p, "version").orElseThrow())
                    .resolve(text(p, "artifactId").orElseThrow() + "-" + text(p, "version").orElseThrow() + ".pom"));
            Set<String> licences = new TreeSet<>();
            child(root, "licenses").ifPresent(all -> children(all, "license").forEach(one -> licences.add(
                    text(one, "name").orElse("unnamed"))));
            return new Pom(group, artifact, version, parentFile, List.copyOf(licences));
        }

        List<String> licencesOrThoseOfTheParent() throws Exception {
            if (!licences.isEmpty() || parent.isEmpty() || !Files.exists(parent.get())) {
                return licences;
            }
            return of(parent.get()).licencesOrThoseOfTheParent();
        }

        private static String group(Path file, Element root) {
            return text(root, "groupId").or(() -> child(root, "parent").flatMap(p -> text(p, "groupId"))).orElseThrow();
        }
    }

    /** Returns the root of the repository that holds GROUP/ARTIFACT/VERSION/file. */
    static Path repository(Path file, String group) {
        Path root = file.getParent().getParent().getParent();
        for (int i = 0; i < group.split("\\.").length; i++) {
            root = root.getParent();
        }
        return root;
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    static Optional<String> text(Element parent, String name) {
        return child(parent, name).map(e -> e.getTextContent().strip().replaceAll("\\s+", " "));
    }

    static String sha256(Path file) throws IOException, GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    static List<Path> path(String file) throws IOException {
        return List.of(Files.readString(Path.of(file)).strip().split(java.io.File.pathSeparator)).stream().map(Path::of).toList();
    }

    /** Arguments: a file with the class path that Bulkhead runs with, and one with that of its tests. */
    public static void main(String[] arguments) throws Exception {
        List<Path> runs = path(arguments[0]);
        TreeMap<String, String> rows = new TreeMap<>();
        for (Path jar : path(arguments[1])) {
            String version = jar.getParent().getFileName().toString();
            String artifact = jar.getParent().getParent().getFileName().toString();
            Pom pom = Pom.of(jar.resolveSibling(artifact + "-" + version + ".pom"));
            String licences = String.join("; ", pom.licencesOrThoseOfTheParent());
            rows.put(pom.group() + ":" + jar.getFileName(), "| %s | %s | %s | %s | `%s` |".formatted(
                    pom.group(), jar.getFileName(), runs.contains(jar) ? "run" : "test", licences.isEmpty() ? "see NOTICE" : licences, sha256(jar)));
        }
        System.out.println("| group | file | for | licence | SHA-256 |");
        System.out.println("|---|---|---|---|---|");
        rows.values().forEach(System.out::println);
    }
}
