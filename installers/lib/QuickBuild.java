import java.io.File;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiler of what changed since its last run, for tests that are tried in seconds. Only the changed sources are compiled;
 * when what others can see of them changed with that (or a source went away), everything that could depend on it is: the
 * rest of the tree, and the tests. So no stale class stays, and the usual change inside a method costs one file.
 *
 * <p>Arguments: the folder for the result, and the class path.
 */
class QuickBuild {

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final Path out;
    private final String libraries;

    private QuickBuild(Path out, String libraries) {
        this.out = out;
        this.libraries = libraries;
    }

    public static void main(String[] arguments) throws Exception {
        QuickBuild build = new QuickBuild(Path.of(arguments[0]), arguments[1]);
        boolean seen = build.tree("main", Path.of("src/main/java"), "classes", "", false);
        build.tree("test", Path.of("src/test/java"), "test-classes", build.out.resolve("classes") + File.pathSeparator, seen);
    }

    /** Brings one tree up to date; returns whether what others see of it changed. */
    private boolean tree(String name, Path sources, String folder, String before, boolean everything) throws Exception {
        Path classes = out.resolve(folder);
        Path record = out.resolve(name + ".sources");
        Map<String, String> known = everything ? Map.of() : read(record);
        Map<String, String> now = stamps(sources);
        Files.createDirectories(classes);
        List<String> changed =
                now.keySet().stream().filter(file -> !now.get(file).equals(known.get(file))).toList();
        boolean gone = !now.keySet().containsAll(known.keySet());
        boolean whole = known.isEmpty() || gone;
        if (changed.isEmpty() && !gone) {
            return false;
        }
        if (!whole) {
            Set<String> old = surface(classes, sources, changed);
            // The record is gone while classes are in between: whatever interrupts, the next run starts anew.
            Files.deleteIfExists(record);
            remove(classes, sources, changed);
            whole = !compile(changed, classes, before, false) || !old.equals(surface(classes, sources, changed));
        }
        if (whole) {
            Files.deleteIfExists(record);
            clear(classes);
            if (!compile(List.copyOf(now.keySet()), classes, before, true)) {
                System.exit(1);
            }
        }
        Files.write(record, now.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList());
        System.err.printf(Locale.ROOT, "bulkhead: %s: %d of %d sources compiled%n", name, whole ? now.size() : changed.size(), now.size());
        return whole;
    }

    private boolean compile(List<String> files, Path classes, String before, boolean tell) throws IOException {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of("--release", "25", "-proc:none", "-g", "-nowarn", "-d", classes.toString(),
                    "-cp", classes + File.pathSeparator + before + libraries);
            boolean done = compiler.getTask(null, manager, said, options, null, manager.getJavaFileObjectsFromStrings(files)).call();
            if (tell && !done) {
                said.getDiagnostics().stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR).limit(30).forEach(System.err::println);
            }
            return done;
        }
    }

    /** Returns what other classes can see of the classes of some sources, constants included. */
    private static Set<String> surface(Path classes, Path sources, List<String> files) throws IOException {
        Set<String> seen = new TreeSet<>();
        for (Path file : classesOf(classes, sources, files)) {
            ClassModel model = ClassFile.of().parse(file);
            String name = model.thisClass().asInternalName();
            if (name.matches(".*\\$\\d+.*")) {
                continue; // A local class.
            }
            seen.add(name + " " + model.flags().flagsMask() + " " + model.superclass() + " " + model.interfaces()
                    + model.findAttribute(Attributes.signature()).map(s -> s.signature().stringValue()).orElse("")
                    + model.findAttribute(Attributes.permittedSubclasses()).map(p -> p.permittedSubclasses().toString()).orElse("")
                    + model.findAttribute(Attributes.record()).map(r -> r.components().stream()
                            .map(c -> c.name().stringValue() + c.descriptor().stringValue()).toList().toString()).orElse("")
                    + model.findAttribute(Attributes.runtimeVisibleAnnotations()).map(a -> a.annotations().toString()).orElse(""));
            model.fields().stream().filter(f -> !f.flags().has(AccessFlag.PRIVATE) && !f.flags().has(AccessFlag.SYNTHETIC))
                    .forEach(f -> seen.add(name + "." + f.fieldName().stringValue() + f.fieldType().stringValue() + f.flags().flagsMask()
                            + f.findAttribute(Attributes.signature()).map(s -> s.signature().stringValue()).orElse("")
                            + f.findAttribute(Attributes.constantValue()).map(c -> c.constant().constantValue().toString()).orElse("")));
            model.methods().stream().filter(m -> !m.flags().has(AccessFlag.PRIVATE) && !m.flags().has(AccessFlag.SYNTHETIC))
                    .forEach(m -> seen.add(name + "." + m.methodName().stringValue() + m.methodType().stringValue() + m.flags().flagsMask()
                            + m.findAttribute(Attributes.signature()).map(s -> s.signature().stringValue()).orElse("")
                            + m.findAttribute(Attributes.exceptions()).map(e -> e.exceptions().toString()).orElse("")));
        }
        return seen;
    }

    private static void remove(Path classes, Path sources, List<String> files) throws IOException {
        for (Path file : classesOf(classes, sources, files)) {
            Files.delete(file);
        }
    }

    /** The house has one type with its nested ones to a file. */
    private static List<Path> classesOf(Path classes, Path sources, List<String> files) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String file : files) {
            String stem = sources.relativize(Path.of(file)).toString().replaceFirst("\\.java$", "");
            Path folder = classes.resolve(stem).getParent();
            String name = Path.of(stem).getFileName().toString();
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.list(folder)) {
                    all.filter(c -> c.getFileName().toString().equals(name + ".class")
                                    || c.getFileName().toString().startsWith(name + "$"))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static void clear(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
        Files.createDirectories(folder);
    }

    /** Content, not time: another branch that was checked out and left again changes nothing. */
    private Map<String, String> stamps(Path sources) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Map<String, String> stamps = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(sources)) {
            files = walk.filter(file -> file.toString().endsWith(".java")).toList();
        }
        for (Path file : files) {
            stamps.put(file.toString(), HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file))));
        }
        return stamps;
    }

    private static Map<String, String> read(Path record) throws IOException {
        return Files.exists(record)
                ? Files.readAllLines(record).stream().collect(Collectors.toMap(l -> l.substring(65), l -> l.substring(0, 64)))
                : Map.of();
    }
}
