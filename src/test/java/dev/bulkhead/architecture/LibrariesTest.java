package dev.bulkhead.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The libraries on the class path are those that {@code docs/third-party.md} names, byte for byte, and none is banned. */
class LibrariesTest {

    /** Old libraries that came along with others unasked, and what has been replaced by something else. */
    private static final Pattern BANNED = Pattern.compile(
            "(jfreechart|jcommon|itext|bc[a-z]+-jdk1[45]|commons-logging|log4j|junit-4|xml-apis)[-.0-9].*");

    private static final Pattern ROW =
            Pattern.compile("\\| \\S+ \\| (\\S+\\.jar) \\| (?:run|test) \\| .+ \\| `([0-9a-f]{64})` \\|");

    /** JavaFX comes for each system in its own file; the list is that of Linux. */
    private static final Pattern OF_A_SYSTEM = Pattern.compile("javafx-.*-(linux|mac|win)[a-z0-9-]*\\.jar");

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .filter(path -> !ofTheTestRunner(path))
                .toList();
    }

    /** Surefire and the development environment add what starts the tests. */
    private static boolean ofTheTestRunner(Path jar) {
        return jar.getFileName().toString().matches("(surefire|idea_rt|junit-rt).*");
    }

    private static Map<String, String> listed() throws IOException {
        Map<String, String> checksums = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("docs/third-party.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                checksums.put(row.group(1), row.group(2));
            }
        }
        return checksums;
    }

    private static String checksum(Path jar) throws IOException, GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    }

    @Test
    void noneIsBanned() {
        assertThat(classPath()).hasSizeGreaterThan(50);
        assertThat(classPath())
                .extracting(path -> path.getFileName().toString())
                .noneMatch(name -> BANNED.matcher(name).matches());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jfreechart-1.0.14.jar",
                "itext-2.1.5.jar",
                "bcprov-jdk14-138.jar",
                "bcmail-jdk14-138.jar",
                "jcommon-1.0.17.jar"
            })
    void whatOnceCameAlongWouldBeFound(String name) {
        assertThat(name).matches(BANNED);
    }

    @Test
    void eachIsTheFileThatTheListNames() throws Exception {
        Map<String, String> listed = listed();
        List<String> faults = new ArrayList<>();
        for (Path jar : classPath()) {
            String name = jar.getFileName().toString();
            String wanted = listed.get(name);
            if (wanted == null) {
                if (!OF_A_SYSTEM.matcher(name).matches()) {
                    faults.add(name + " is not listed in docs/third-party.md; run installers/third-party.sh.");
                }
            } else if (!wanted.equals(checksum(jar))) {
                faults.add(name + " is another file than docs/third-party.md says.");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theListNamesNothingElse() throws Exception {
        List<String> present =
                classPath().stream().map(path -> path.getFileName().toString()).toList();
        assertThat(listed().keySet())
                .allSatisfy(name -> assertThat(present.contains(name)
                                || OF_A_SYSTEM.matcher(name).matches())
                        .as(name)
                        .isTrue());
    }
}
