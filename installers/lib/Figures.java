import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Figures about the sources of a tree, from their text: a type is a file, and uses another when it imports it or names it
 * from the same package, comments and strings apart. Run by figures.sh.
 */
class Figures {

    record Source(String name, String simple, String room, int lines, Set<String> words, Set<String> imports) {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
        Map<String, Source> types = new TreeMap<>();
        Map<String, Integer> rooms = new TreeMap<>();
        long lines = 0;
        int longFiles = 0;
        for (Path file : files) {
            String text = Files.readString(file);
            int count = (int) text.lines().count();
            lines += count;
            longFiles += count > 320 ? 1 : 0;
            String room = root.relativize(file.getParent()).toString().replace('/', '.');
            rooms.merge(room, 1, Integer::sum);
            String simple = file.getFileName().toString().replace(".java", "");
            if (simple.equals("package-info")) {
                continue;
            }
            String code = text.replaceAll("(?s)/\\*.*?\\*/", " ").replaceAll("//[^\n]*", " ").replaceAll("\"(\\\\.|[^\"\\\\\n])*\"", " ");
            Set<String> imports = new HashSet<>();
            Matcher line = Pattern.compile("(?m)^import (?:static )?([a-z0-9_.]+\\.[A-Z]\\w*)").matcher(code);
            while (line.find()) {
                imports.add(line.group(1));
            }
            Set<String> words = new HashSet<>(List.of(code.replaceAll("(?m)^(import|package) .*$", " ").split("\\W+")));
            types.put(room + "." + simple, new Source(room + "." + simple, simple, room, count, words, imports));
        }
        Map<String, Set<String>> users = new HashMap<>();
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (Source user : types.values()) {
            for (Source used : types.values()) {
                boolean uses = user.imports().contains(used.name())
                        || (user.room().equals(used.room()) && user != used && user.words().contains(used.simple()));
                if (uses) {
                    users.computeIfAbsent(used.name(), n -> new TreeSet<>()).add(user.name());
                    if (!user.room().equals(used.room())) {
                        arrows.computeIfAbsent(user.room(), n -> new TreeSet<>()).add(used.room());
                    }
                }
            }
        }
        Map<String, Integer> names = new TreeMap<>();
        types.values().forEach(type -> names.merge(type.simple(), 1, Integer::sum));
        long one = users.values().stream().filter(all -> all.size() == 1).count();
        long satellites = types.values().stream()
                .filter(type -> type.lines() <= 40)
                .filter(type -> users.getOrDefault(type.name(), Set.of()).size() == 1)
                .filter(type -> types.get(users.get(type.name()).iterator().next()).room().equals(type.room()))
                .count();
        Map.Entry<String, Integer> largest = rooms.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        System.out.println("files: " + files.size());
        System.out.println("lines: " + lines);
        System.out.println("packages: " + rooms.size());
        System.out.println("largest package: " + largest.getValue() + " files (" + largest.getKey() + ")");
        System.out.println("packages of more than 25 files: " + rooms.values().stream().filter(n -> n > 25).count());
        System.out.println("files of more than 320 lines: " + longFiles);
        System.out.println("types: " + types.size());
        System.out.println("types with one user: " + one);
        System.out.println("types of at most 40 lines with one user, in the same package: " + satellites);
        System.out.println("simple names given twice: " + names.values().stream().filter(n -> n > 1).count());
        System.out.println("packages in cycles: " + inCycles(arrows));
    }

    private static long inCycles(Map<String, Set<String>> arrows) {
        return arrows.keySet().stream().filter(room -> {
            Deque<String> open = new ArrayDeque<>(arrows.get(room));
            Set<String> seen = new HashSet<>();
            while (!open.isEmpty()) {
                String next = open.pop();
                if (next.equals(room)) {
                    return true;
                }
                if (seen.add(next)) {
                    open.addAll(new ArrayList<>(arrows.getOrDefault(next, Set.of())));
                }
            }
            return false;
        }).count();
    }
}
